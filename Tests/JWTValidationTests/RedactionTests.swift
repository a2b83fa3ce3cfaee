import JWTValidation
import Testing
import VectorSupport

@Suite("claims and secrets are not printed")
struct RedactionTests {
  private static func printed(_ value: Any) -> String {
    var text = "\(value) \(String(reflecting: value)) \(Optional(value) as Any) \([value]) "
    dump(value, to: &text)
    dump(["key": value], to: &text)
    return text
  }

  @Test("by interpolation, reflection or dump of whatever holds them")
  func values() throws {
    let row = try sampleRow("iss as asked")
    let verifier = try row.verifier()
    let token = try verifier.verify(try row.token, at: sampleTime)
    let refused = try sampleRow("iss in capitals")
    let report = try refused.verifier().report(try refused.token, at: sampleTime)
    let secret = "jwtcheck synthetic test secret, 43 bytes :)"
    let keys = try VerificationKeys.secret(Array(secret.utf8))
    let payload = try JWSVerifier(keys: keys, algorithms: [.hs256]).verify(try row.token)
    let values: [Any] = [
      token, token.claims, token.issuer as Any, token.audience as Any, payload,
      try payload.claims(), verifier.report(try row.token, at: sampleTime),
      Inspection(of: try row.token), keys, Redacted("id.example"),
    ]
    for value in values {
      let text = Self.printed(value)
      #expect(!text.contains("id.example"), "\(type(of: value))")
      #expect(!text.contains(secret), "\(type(of: value))")
      #expect(!text.contains("eyJ"), "\(type(of: value))")
    }
    #expect(!Self.printed(report).contains("ID.EXAMPLE"), "which issuer is accepted is no secret")
    #expect("\(token)".contains("iss: <redacted>"))
    #expect(token.issuer?.revealed == "https://id.example")
  }

  @Test("a refusal prints its codes and nothing else")
  func refusal() throws {
    let row = try sampleRow("every claim that fails is told, in the order of the rules")
    let verifier = try row.verifier()
    let token = try row.token
    let failure = #expect(throws: VerificationFailure.self) {
      try verifier.verify(token, at: sampleTime)
    }
    #expect(failure?.description == (try row.expect.joined(separator: ", ")))
  }

  @Test("a claim's name cannot break a line of a log")
  func names() throws {
    #expect(
      !"\(try claimsSet(#"{"a\nb\u001b[31m":1}"#))".contains { $0.isNewline || $0 == "\u{1b}" })
  }
}
