import JOSE
import StrictCoding
import Testing
import VectorSupport

@Suite("PEM")
struct PEMTests {
  @Test("every text gives its blocks, or is refused for the first that is broken")
  func vectors() throws {
    let vectors = try VectorFile("jose/pem.json").namedVectors
    for vector in vectors {
      let name = try vector.text("name")
      let (blocks, error) = Self.parse(Array(try vector.text("text").utf8))
      #expect(error?.code == vector["expect"]?.string, "\(name)")
      let found = blocks?.map { block in
        let digits = block.der.withSpan { $0.copied() }.map { byte in
          String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        return "\(block.label): \(digits.joined())"
      }
      let expected = vector["blocks"]?.array?.map {
        "\($0.object?["label"]?.string ?? ""): \($0.object?["der"]?.string ?? "")"
      }
      #expect(found == expected, "\(name)")
      #expect(error.flatMap(Self.label) == vector["label"]?.string, "\(name)")
      #expect(
        try error.flatMap(Self.offset) == vector.optionalCount("offset"), "\(name)")
    }
    #expect(
      vectors.expectedCodes == [
        "key.encrypted", "pem.encoding", "pem.no-block", "pem.unterminated",
      ]
    )
  }

  private static func parse(_ text: [UInt8]) -> ([PEMBlock]?, PEMError?) {
    do throws(PEMError) {
      return (try PEMBlock.parse(text), nil)
    } catch {
      return (nil, error)
    }
  }

  private static func label(_ error: PEMError) -> String? {
    switch error {
    case .noBlock: nil
    case .unterminated(let label), .encoding(let label, _), .encrypted(let label): label
    }
  }

  private static func offset(_ error: PEMError) -> Int? {
    if case .encoding(_, let offset) = error { offset } else { nil }
  }
}
