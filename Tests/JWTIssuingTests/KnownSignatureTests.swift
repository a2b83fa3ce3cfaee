import JWTIssuing
import Testing

/// The examples of the RFCs whose signatures do not depend on chance.
@Suite("Known signatures")
struct KnownSignatureTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let source: String
    let algorithm: SignatureAlgorithm
    let key: String
    let header: String
    let payload: String
    let token: String
    var testDescription: String { source }
  }

  /// The payload of RFC 7515 A.1 and A.2, with its line ends.
  static let joe =
    "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}"
  static let encodedJoe =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"

  static let examples = [
    Example(
      source: "RFC 7515 A.1", algorithm: .hs256,
      key: """
        {"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75\
        aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}
        """,
      header: "{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}", payload: joe,
      token: "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.\(encodedJoe)"
        + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
    Example(
      source: "RFC 8037 A.4", algorithm: .edDSA,
      key: """
        {"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",\
        "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
        """,
      header: #"{"alg":"EdDSA"}"#, payload: "Example of Ed25519 signing",
      token: """
        eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-\
        09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg
        """),
  ]

  @Test("an example of an RFC is signed as the RFC says", arguments: examples)
  func known(example: Example) throws {
    let signer = try TokenSigner(
      key: .jwk(Array(example.key.utf8)), algorithm: example.algorithm)
    let token = try signer.signUnchecked(
      header: Array(example.header.utf8), payload: Array(example.payload.utf8))
    #expect(token == example.token)
  }
}
