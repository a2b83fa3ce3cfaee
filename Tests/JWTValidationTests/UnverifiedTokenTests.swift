import JOSE
import JWTValidation
import StrictCoding
import Testing

@Suite("tokens that nobody vouches for")
struct UnverifiedTokenTests {
  private static func encoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: Base64URL.encode(bytes.span), as: UTF8.self)
  }

  private static let header = encoded(#"{"alg":"ES256","kid":"key \u0031"}"#)
  private static let payload = encoded(
    #" {"iss":"https://id.example","exp":1750000000,"x":{"y":[]}} "#)

  @Test("header and claims are read, and the signature is not")
  func reading() throws {
    let token = try UnverifiedToken("\(Self.header).\(Self.payload).no signature!")
    #expect(token.header["kid"]?.string == "key 1")
    #expect(token.header["alg"]?.sourceText == "\"ES256\"")
    #expect(token.claims["iss"]?.revealed.string == "https://id.example")
    #expect(token.claims["exp"]?.revealed.number?.integer(as: Int.self) == 1_750_000_000)
    #expect(token.claims["x"]?.revealed.object?["y"]?.array?.isEmpty == true)
    #expect(token.claims.names == ["iss", "exp", "x"])
    #expect(
      "\(token)" == "UnverifiedToken(ClaimsSet(iss: <redacted>, exp: <redacted>, x: <redacted>))")
    #expect(!"\(Mirror(reflecting: token).children.map(\.value))".contains("id.example"))
  }

  @Test("what has not the form of a token is told from what has")
  func refusals() {
    let broken: [(text: String, code: String)] = [
      ("", "token.empty"), ("a.b", "token.segment-count"), ("a.b.c.d.e", "token.encrypted"),
      ("a?.\(Self.payload).", "base64url.invalid-character"), ("e30.a=.", "base64url.padding"),
      ("e30.a.", "base64url.impossible-length"),
      ("\(Self.encoded("[]")).\(Self.payload).", "header.not-an-object"),
      ("\(Self.header).\(Self.encoded("1")).", "claims.not-an-object"),
      ("\(Self.header).\(Self.encoded(#"{"a":1,"a":1}"#)).", "json.duplicate-member"),
      ("\(Self.encoded("{")).\(Self.payload).", "json.unexpected-end"),
    ]
    for (text, code) in broken {
      #expect(throws: TokenError.self) { try UnverifiedToken(text) }
      do {
        _ = try UnverifiedToken(text)
      } catch {
        #expect(error.code == code, "\(text)")
      }
    }
    #expect(throws: TokenError.tooLarge(count: 9, limit: 8)) {
      try UnverifiedToken("e30.e30.A", maximumByteCount: 8)
    }
  }
}
