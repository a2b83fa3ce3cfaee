import JWTValidation
import Testing
import VectorSupport

/// A token whose header is known is split without looking for dots; nothing else may differ.
@Suite("tokens with a header that is known")
struct KnownHeaderTests {
  @Test("are refused for the same reasons as by a verifier that knows no header")
  func reasons() throws {
    let row = try sampleRow("the key that kid names")
    let good = try row.token
    let parts = good.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let (header, payload, signature) = (Array(parts[0]), Array(parts[1]), Array(parts[2]))
    let dot = [UInt8(ascii: ".")]
    let broken: [[UInt8]] = [
      header + dot + payload.dropLast(4) + dot + payload.suffix(3) + dot + signature,
      header + dot + dot + payload + dot + signature,
      header + dot + dot + signature, header + dot + payload, header, header + dot,
      header + dot + payload + dot, header + dot + payload + signature,
      header + dot + payload + dot + signature.dropLast(),
      header + dot + payload + dot + signature + [UInt8(ascii: "A")],
      header + dot + payload + dot + signature + dot,
      header + dot + [UInt8(ascii: "=")] + payload.dropFirst() + dot + signature,
      header + dot + payload + dot + [UInt8(ascii: "=")] + signature.dropFirst(),
      header + dot + payload.reversed() + dot + signature,
      header + [UInt8(ascii: "A")] + dot + payload + dot + signature,
      dot + header + dot + payload + dot + signature,
    ]
    let knowing = try row.verifier()
    _ = try knowing.verify(good, at: sampleTime)
    for (number, token) in broken.enumerated() {
      let unknowing = try row.verifier()
      let expected = codes(unknowing, token)
      #expect(!expected.isEmpty && codes(knowing, token) == expected, "number \(number)")
    }
  }

  private func codes(_ verifier: Verifier, _ token: [UInt8]) -> [String] {
    do throws(VerificationFailure) {
      _ = try verifier.verify(token, at: sampleTime)
      return []
    } catch {
      return error.codes
    }
  }
}
