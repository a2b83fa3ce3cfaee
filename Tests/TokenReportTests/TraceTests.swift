import JWTIssuing
import JWTValidation
import Testing
import TokenDiagnosis
import Velt

@testable import TokenReport

@Suite("traces")
struct TraceTests {
  private static let now = NumericDate(seconds: 1_767_225_600)

  /// Claims whose every value would be seen at once.
  private static let claims: JSONTree = [
    "iss": "secret-issuer", "sub": "secret-subject", "aud": ["secret-audience", "secret-two"],
    "jti": "secret-id", "email": "secret@example.com", "userId": "secret-user",
    "organizationId": "secret-organization", "isAdmin": true, "exp": 1_767_225_600,
    "nested": ["key": "secret-value"],
  ]

  @Test("no value of a claim is in a trace, whatever becomes of the token")
  func redaction() throws {
    let key = try SigningKey.generate(for: .hs256)
    let token = Array(try TokenSigner(key: key, algorithm: .hs256).sign(Self.claims).utf8)
    let secret = try #require(key.revealedSecret)
    let keys = try secret.withSpan { bytes in try VerificationKeys.secret(bytes.copied()) }
    let rule = ClaimRule(JSONPointer(members: ["nested", "key"]), .equals("wanted"))
    let policy = ValidationPolicy(
      algorithms: [.hs256], issuer: .exactly("wanted"), audience: .containing("wanted"),
      lifetime: .atMost(.seconds(60)), subject: "wanted", requiredClaims: ["email", "tenant"],
      claimRules: [rule])
    let verifier = try Verifier(keys: keys, policy: policy)
    let check = TokenCheck(
      request: try TokenRequest(userId: "asked-user", organizationId: "asked-organization"),
      verifier: try JWSVerifier(keys: keys, algorithms: [.hs256]),
      claims: try ClaimsValidator(policy))
    let reports = [
      Report.verify(token, with: verifier, at: Self.now),
      Report.check(token, with: check, at: Self.now), Report.decode(token, at: Self.now),
    ]
    var seen: [String] = []
    for report in reports {
      let traced = report.traced(by: Trace(of: token, policy: policy, keyCount: 1) { _ in "x" })
      let json = String(decoding: traced.json.encoded(), as: UTF8.self)
      for text in [traced.text(), json] {
        let words = ["secret", "asked-user", "asked-organization", "eyJ"]
        seen += words.filter { text.contains($0) }
        if !text.contains("nested") && !text.contains("userId") { seen.append("no names") }
      }
      #expect(traced.checks.map(\.outcome).count == traced.checks.compactMap(\.source).count)
      #expect(traced.codes == report.codes)
    }
    #expect(seen == [])
  }

  @Test("no value of a claim is in the trace of a lint or a diagnosis, found or not")
  func redactionElsewhere() throws {
    let token = Array(
      try TokenSigner(key: .generate(for: .hs256), algorithm: .hs256).sign(Self.claims).utf8)
    let altered = Array(token.dropLast()) + Array("!".utf8)
    var seen: [String] = []
    for token in [token, altered, Array("hello".utf8)] {
      let lint = LintReport(
        Linter.lint(token), LintPolicy(allowing: ["lint.email"]), of: token,
        trace: LintTrace(of: token, triesCommonSecrets: true))
      let key = try DiagnosisKey(Array("secret-key".utf8))
      let diagnosis = DiagnosisReport(
        Diagnosis(of: token, keys: [key], budget: 300), of: token,
        trace: DiagnosisTrace(keyCount: 1, source: "--key"))
      let texts = [lint.text(style: .plain), diagnosis.text(style: .plain)]
      for text in texts
        + [lint.tree, diagnosis.tree].map({ String(decoding: $0.encoded(), as: UTF8.self) })
      {
        let words = [
          "secret-i", "secret-subject", "secret-a", "secret-t", "secret-u", "secret-v", "secret@",
          "eyJ",
        ]
        seen += words.filter { text.contains($0) }
        if !text.contains("structure") { seen.append("no steps") }
      }
    }
    #expect(seen == [])
  }

  @Test("a policy beside a request finds what the comparison does not ask, in a line of its own")
  func policyBesideRequest() throws {
    let token = Array(
      try TokenSigner(key: .generate(for: .hs256), algorithm: .hs256).sign([
        "userId": "u", "organizationId": "o", "plan": "free", "iat": 1_767_225_600,
      ]).utf8)
    let policy = ValidationPolicy(
      algorithms: [.hs256], issuer: .ignored("a test"), audience: .ignored("a test"),
      expiration: .notRequired("a test"),
      claimRules: [ClaimRule(JSONPointer(members: ["plan"]), .equals("pro"))])
    func lines(_ claims: ClaimsValidator?) throws -> [String] {
      let check = TokenCheck(
        request: try TokenRequest(userId: "u", organizationId: "o"), claims: claims)
      let report = Report.check(token, with: check, at: Self.now)
      return report.checks.map { "\($0.name) \($0.codes.joined())" }.suffix(2)
    }
    #expect(try lines(nil) == ["identify ", "window "])
    #expect(
      try lines(ClaimsValidator(policy)) == ["window ", "policy claim.not-equal"])
  }
}
