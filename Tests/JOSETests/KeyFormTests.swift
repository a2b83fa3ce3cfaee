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

  /// The RSA public key in DER whose modulus holds the text `"kty":"OKP"`, as random bytes may.
  private static let derHoldingText: [UInt8] =
    [0x30, 0x82, 0x01, 0x0A, 0x02, 0x82, 0x01, 0x01, 0x00, 0xC1] + Array(#"{"kty":"OKP"}"#.utf8)
    + Array("-----BEGIN PUBLIC KEY-----".utf8) + Array(repeating: 0x55, count: 215) + [0x57]
    + [0x02, 0x03, 0x01, 0x00, 0x01]

  @Test("a key in DER is read as DER, whatever text its bytes spell")
  func derWithText() throws {
    let keys = try KeyLoader.load(Self.derHoldingText, acceptsSecret: false).keys
    #expect(keys.map(\.type) == [.rsa])
    #expect(throws: KeyError.derAsSecret) { try KeyLoader.secret(Self.derHoldingText) }
  }
}
