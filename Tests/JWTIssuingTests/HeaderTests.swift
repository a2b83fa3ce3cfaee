import JWTIssuing
import Testing
import VectorSupport

@Suite("Headers of signed tokens")
struct HeaderTests {
  static let secret = [UInt8](repeating: 7, count: 32)

  /// What stands in the header of a token, as text.
  static func header(
    _ key: SigningKey, keyID: String? = nil, type: String? = "JWT", extra: JSONTree = [:]
  ) throws -> String {
    let signer = try TokenSigner(key: key, algorithm: .hs256, keyID: keyID, type: type)
    let token = try signer.sign(["sub": "user-1"], header: extra)
    let part = try required(token.split(separator: ".").first, "a header")
    return String(decoding: try Base64URL.decode(part.utf8.span), as: UTF8.self)
  }

  @Test("the header says exactly what was asked for")
  func contents() throws {
    let plain = try SigningKey.secret(Self.secret)
    let named = try SigningKey.jwk(
      Array(#"{"kty":"oct","kid":"k\"1","k":"\#(Self.encoded)"}"#.utf8))
    let found = [
      try Self.header(plain),
      try Self.header(plain, type: nil),
      try Self.header(plain, keyID: "2026", type: "at+jwt"),
      try Self.header(named),
      try Self.header(named, keyID: "other"),
      try Self.header(plain, extra: ["cty": "JWT", "x": [1, nil]]),
    ]
    #expect(
      found == [
        #"{"alg":"HS256","typ":"JWT"}"#,
        #"{"alg":"HS256"}"#,
        #"{"alg":"HS256","typ":"at+jwt","kid":"2026"}"#,
        #"{"alg":"HS256","typ":"JWT","kid":"k\"1"}"#,
        #"{"alg":"HS256","typ":"JWT","kid":"other"}"#,
        #"{"alg":"HS256","typ":"JWT","cty":"JWT","x":[1,null]}"#,
      ])
  }

  static let encoded = String(decoding: Base64URL.encode(secret.span), as: UTF8.self)

  struct Refusal: Sendable {
    let extra: JSONTree
    let codes: [String]
  }

  static let refusals = [
    Refusal(extra: ["alg": "none"], codes: ["json.duplicate-member"]),
    Refusal(extra: ["typ": "at+jwt"], codes: ["json.duplicate-member"]),
    Refusal(extra: ["x": 1, "x": 2], codes: ["json.duplicate-member"]),
    Refusal(extra: ["cty"], codes: ["header.not-an-object"]),
    Refusal(extra: ["cty": 1], codes: ["header.wrong-type"]),
    Refusal(extra: ["crit": [], "b64": true], codes: ["crit.empty", "b64.not-critical"]),
    Refusal(extra: ["crit": ["exp"], "exp": 1], codes: ["crit.unsupported"]),
    Refusal(extra: ["crit": ["b64"], "b64": false], codes: ["b64.unencoded-payload"]),
    Refusal(extra: ["jwk": ["kty": "oct", "k": "AA"]], codes: ["jwk.private-key"]),
  ]

  @Test("header members that a verifier would refuse are refused", arguments: refusals)
  func refused(refusal: Refusal) throws {
    let key = try SigningKey.secret(Self.secret)
    let error = #expect(throws: SigningError.self) {
      try Self.header(key, extra: refusal.extra)
    }
    #expect(error?.codes == refusal.codes)
  }
}
