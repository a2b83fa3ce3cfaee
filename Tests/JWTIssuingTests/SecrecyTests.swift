import JWTCheckTesting
import Testing

@Suite("Secrecy of signing keys")
struct SecrecyTests {
  @Test("neither print nor dump shows anything of a key or a signer")
  func shown() throws {
    let marker = "a secret that nobody must see 123"
    let key = try SigningKey.secret(Array(marker.utf8), keyID: "2026")
    let signer = try TokenSigner(key: key, algorithm: .hs256)
    var text = "\(key) \(signer) \(String(reflecting: key)) \(String(reflecting: signer))"
    dump(key, to: &text)
    dump(signer, to: &text)
    dump([key], to: &text)
    #expect(text.hasPrefix("SigningKey(kty: oct, crv: -, kid: 2026) TokenSigner(HS256, kid: 2026)"))
    #expect(!text.contains("secret"))
    // Bytes that are shown as numbers would begin with those of the marker's first letters.
    #expect(!text.contains("97, 32, 115") && !text.contains("- 97"))
    #expect(!text.contains("LoadedKey") && !text.contains("PrivateKey"))
  }

  @Test("errors name what is wrong and nothing of the key")
  func errors() throws {
    let secret = Array("short secret".utf8)
    let error = #expect(throws: SigningError.self) {
      try TokenSigner(key: .secret(secret), algorithm: .hs256)
    }
    #expect(error == .key(.hmacTooShort(byteCount: 12, needed: 32, algorithm: .hs256)))
    #expect(error.map { "\($0)" } == "key.hmac-too-short")
  }
}
