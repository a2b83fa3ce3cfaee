import JOSE
import JOSEKeys
import Testing

@Suite("The form of key material")
struct KeyFormTests {
  private static let members =
    #""crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo""#

  /// Spellings of one public key (the one of RFC 8037 appendix A.2).
  static let spellings = [
    #"{"kty":"OKP",\#(members)}"#,
    #"{"\u006bty":"OKP",\#(members)}"#,
    "\t\r\n " + #"{\#(members),"k\u0074y":"OKP"}"#,
    #"{"\u006Beys":[{"\u006bt\u0079":"OKP",\#(members)}]}"#,
    #"{"pem":"-----BEGIN PUBLIC KEY-----","kty":"OKP",\#(members)}"#,
    #"{"kid":"-----BEGIN PUBLIC KEY-----AA==-----END PUBLIC KEY-----","kty":"OKP",\#(members)}"#,
  ]

  @Test("a JWK is read as a JWK, however its members are spelled", arguments: spellings)
  func detected(text: String) throws {
    let keys = try KeyLoader.load(Array(text.utf8), acceptsSecret: false).keys
    #expect(keys.map(\.type) == [.okp])
  }

  @Test("a public JWK never becomes a secret, however it is spelled", arguments: spellings)
  func neverSecret(text: String) {
    #expect(throws: KeyError.jwkAsSecret) { try KeyLoader.secret(Array(text.utf8)) }
    let loaded = try? KeyLoader.load(Array(text.utf8), acceptsSecret: true).keys
    #expect(loaded?.contains { $0.type == .oct } != true)
  }

  @Test(
    "text in braces that names no key is a secret like any other",
    arguments: ["{\"a\":1}", "{kty", "{\"KTY\":\"OKP\"}", "{}"])
  func secret(text: String) throws {
    #expect(try KeyLoader.secret(Array(text.utf8)).type == .oct)
  }
}
