import JWTValidation
import Testing
import VectorSupport

@Suite("a payload that travels by another way")
struct DetachedPayloadTests {
  private static func parts(_ name: String) throws -> (
    header: String, payload: [UInt8], tag: String
  ) {
    let text = String(decoding: try sampleRow(name).token, as: UTF8.self)
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    return (parts[0], try Base64URL.decode(Array(parts[1].utf8).span), parts[2])
  }

  private static func verifier(limit: Int = 1000) throws -> JWSVerifier {
    try JWSVerifier(
      keys: .secret(Array("jwtcheck synthetic test secret, 43 bytes :)".utf8)),
      algorithms: [.hs256], maximumByteCount: limit)
  }

  private static let good = "a token with a good signature and a time left is accepted"

  @Test("is verified as if it stood in the token")
  func accepted() throws {
    let (header, payload, tag) = try Self.parts(Self.good)
    let verified = try Self.verifier().verify(
      Array("\(header)..\(tag)".utf8), detachedPayload: payload)
    #expect(verified.payload == payload)
    #expect(verified.algorithm == .hs256)
  }

  @Test("is refused when it is another, or the token is too long or has a payload of its own")
  func refused() throws {
    let (header, payload, tag) = try Self.parts(Self.good)
    let unencoded = try Self.parts("b64 false, named by crit")
    let detached = Array("\(header)..\(tag)".utf8)
    let whole = try sampleRow(Self.good).token
    let cases: [(token: [UInt8], payload: [UInt8], limit: Int, code: String)] = [
      (detached, payload + [0x20], 1000, "signature.invalid"),
      (detached, [], 1000, "signature.invalid"),
      (detached, payload, detached.count - 1, "token.too-large"),
      (whole, payload, 1000, "token.payload-present"),
      (Array("\(header)..".utf8), payload, 1000, "signature.missing"),
      // Signed over the encoded payload, while the header says that it is not encoded.
      (Array("\(unencoded.header)..\(unencoded.tag)".utf8), payload, 1000, "signature.invalid"),
    ]
    for (token, payload, limit, code) in cases {
      let verifier = try Self.verifier(limit: limit)
      let failure = #expect(throws: VerificationFailure.self) {
        try verifier.verify(token, detachedPayload: payload)
      }
      #expect(failure?.codes == [code])
    }
  }

  @Test("an unencoded payload is a payload of a JWS but of no JWT")
  func unencoded() throws {
    let token = "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19.{}."
    let failure = #expect(throws: VerificationFailure.self) {
      try Self.verifier().verify(token)
    }
    #expect(failure?.codes == ["signature.missing"], "the form is accepted")
    #expect(try sampleRow("b64 false, named by crit").expect == ["b64.unencoded-payload"])
  }
}
