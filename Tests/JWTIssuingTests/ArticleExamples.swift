import JWTCheckTesting
import JWTIssuing
import JWTValidation
import Testing
import Velt

/// The examples of the articles, so that they are compiled and run. `ArticleExampleTests` compares.
struct ArticleExamples {
  let now = TokenMint.fixedTime

  /// Choosing a policy.
  var policy: ValidationPolicy {
    let policy = ValidationPolicy(
      algorithms: [.es256],
      issuer: .exactly("https://id.example"),
      audience: .containing("orders-api"),
      lifetime: .atMost(.seconds(3600)),
      type: .exactly("at+jwt"),
      requiredClaims: ["scope"],
      leeway: .seconds(30))
    return policy
  }

  /// Choosing a policy.
  func addRules(to policy: inout ValidationPolicy) {
    policy.claimRules = [
      ClaimRule(JSONPointer(members: ["tenant"]), .equals("tenant-1")),
      ClaimRule(JSONPointer(members: ["scope"]), .containsWord("orders:read")),
    ]
  }

  /// Getting started.
  func subject(of token: VerifiedToken) -> String? {
    let subject = token.subject?.revealed
    return subject
  }

  /// Keys and their rotation.
  func keys(_ oldKey: [UInt8], _ newKey: [UInt8]) throws -> VerificationKeys {
    let keys = try VerificationKeys.pem(oldKey, keyID: "2025") + .pem(newKey, keyID: "2026")
    return keys
  }

  /// Keys and their rotation.
  func skipped(_ keys: VerificationKeys, report: (String) -> Void) {
    for key in keys.skipped {
      report("key \(key.index) of the set is skipped: \(key.reason.code)")
    }
  }

  /// The module Velt.
  func verdict(_ requestBody: [UInt8], _ responseBody: [UInt8]) throws -> String {
    let request = try TokenRequest(json: requestBody)
    let response = try TokenResponse(json: responseBody)
    guard case .success(let answer) = response else { return "no token" }
    let check = TokenCheck(request: request, requestedAt: now)
    switch check.check(answer.token, at: now) {
    case .matchedAndVerified: return "matched, signature good"
    case .matched: return "matched, signature not checked"
    case .refused(let refusal): return refusal.verifyTokenCode.rawValue
    }
  }

  /// The module JWTIssuing.
  func issue() throws -> (token: String, published: JSONTree?) {
    let key = try SigningKey.generate(for: .es256, keyID: "2026")
    let signer = try TokenSigner(key: key, algorithm: .es256, type: "at+jwt")
    let token = try signer.sign([
      "iss": "https://id.example", "aud": "orders-api", "sub": "user-1",
      "iat": .integer(now.seconds), "exp": .integer(now.seconds + 600),
    ])
    let published = try key.publicJWK()
    return (token, published)
  }

  /// The module JWTCheckTesting.
  func expectations() throws {
    let mint = try TokenMint(.es256)
    let verifier = try mint.verifier()
    try expectAccepted(mint.token(), by: verifier, at: mint.now)
    for defect in TokenDefect.allCases where defect.applies(to: .es256) {
      try expectRefused(
        mint.token(defect), by: verifier, at: mint.now, code: defect.expectedCode)
    }
  }

  /// The module JWTCheckTesting: verdicts and the clock.
  func verdicts() throws {
    let mint = try TokenMint(.es256)
    let verifier = try mint.verifier()
    let clock = FixedClock(mint.now)
    let token = try mint.token()
    #expect(verifier.verdict(on: token, at: clock.now) == .accepted)
    clock.advance(bySeconds: 600)
    #expect(verifier.verdict(on: token, at: clock.now) == .refused("exp.passed"))
  }
}
