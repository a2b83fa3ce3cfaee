import Foundation
import JWTCheckTesting
import JWTIssuing
import JWTValidation
import Testing
import VectorSupport
import Velt

@Suite("examples of the articles")
struct ArticleExampleTests {
  private let examples = ArticleExamples()

  @Test("every Swift example of an article is compiled by a test")
  func compiled() throws {
    let root = VectorFile.folder.deletingLastPathComponent()
    let sources = try [
      "Tests/JWTIssuingTests/ArticleExamples.swift",
      "Tests/JWTValidationTests/MiddlewareExample.swift",
      "Tests/TokenReportTests/ReportTests.swift",
      "Tests/RemoteKeysTests/RemoteExamples.swift",
      "Tests/KeyPublicationTests/PublicationExamples.swift",
      "Tests/BearerAuthenticationTests/DPoPTests.swift",
      "Tests/TokenClientTests/ArticleExample.swift",
      "Tests/TokenDiagnosisTests/ArticleExamples.swift",
      "Tests/PolicyTrialTests/ArticleExamples.swift",
      "Tests/BearerAuthenticationTests/Frameworks/HTTPTypesStandIns.swift",
      "Tests/BearerAuthenticationTests/Frameworks/HummingbirdAdapter.swift",
      "Tests/BearerAuthenticationTests/Frameworks/VaporAdapter.swift",
      "Tests/BearerAuthenticationTests/Frameworks/OpenAPIAdapter.swift",
      "Tests/BearerAuthenticationTests/Frameworks/LambdaAdapter.swift",
      "Tests/BearerAuthenticationTests/Frameworks/NIOAdapter.swift",
      "Tests/BearerAuthenticationTests/Frameworks/OtherAdapters.swift",
      "Tests/RemoteKeysTests/URLSessionFetcher.swift",
    ].map { try Self.trimmed(String(contentsOf: root.appending(path: $0), encoding: .utf8)) }
    var count = 0
    let files = FileManager.default.enumerator(atPath: root.appending(path: "Sources").path())
    while let path = files?.nextObject() as? String {
      guard path.hasSuffix(".md") else { continue }
      let article = try String(contentsOf: root.appending(path: "Sources/" + path), encoding: .utf8)
      for block in article.components(separatedBy: "\n```swift\n").dropFirst() {
        let code = Self.trimmed(block.components(separatedBy: "\n```")[0])
        #expect(sources.contains { $0.contains(code) }, "\(path):\n\(code)")
        count += 1
      }
    }
    #expect(count >= 8)
  }

  /// The lines without their indentation.
  private static func trimmed(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
  }

  @Test("a token of the example of signing satisfies a policy")
  func issuing() throws {
    let (token, published) = try examples.issue()
    let key = try required(published, "a public key")
    var policy = examples.policy
    policy.requiredClaims = ["sub"]
    let verifier = try Verifier(keys: .jwks(key.encoded()), policy: policy)
    let verified = try expectAccepted(token, by: verifier, at: examples.now)
    #expect(examples.subject(of: verified) == "user-1")
  }

  @Test("a token satisfies the example of rules for values, or does not")
  func rules() throws {
    let mint = try TokenMint(.es256)
    var policy = mint.policy
    examples.addRules(to: &policy)
    let verifier = try Verifier(keys: mint.key.verification, policy: policy)
    let good = try mint.token(claims: ["tenant": "tenant-1", "scope": "profile orders:read"])
    try expectAccepted(good, by: verifier, at: mint.now)
    let bad = try mint.token(claims: ["tenant": "tenant-2", "scope": "orders:read"])
    #expect(throws: ExpectationFailure.self) {
      try expectAccepted(bad, by: verifier, at: mint.now)
    }
  }

  @Test("two keys are two keys, and a skipped one is told")
  func keys() throws {
    let pem = try required(SigningKey.generate(for: .es256).publicPEM(), "PEM")
    let other = try required(SigningKey.generate(for: .es256).publicPEM(), "PEM")
    #expect(try examples.keys(Array(pem.utf8), Array(other.utf8)).count == 2)
    let set = try VerificationKeys.jwks(Array(#"{"keys":[{"kty":"XYZ"}]}"#.utf8))
    var reports: [String] = []
    examples.skipped(set) { reports.append($0) }
    #expect(reports == ["key 0 of the set is skipped: jwk.unknown-kty"])
  }

  @Test("the answer of an endpoint matches its request")
  func velt() throws {
    let service = try SyntheticVeltTokens(.hs256)
    let body = Array(
      #"{"data":{"userId":"user-1","userProperties":{"organizationId":"org-1"}}}"#.utf8)
    let token = try service.token(for: TokenRequest(json: body))
    #expect(
      try examples.verdict(body, service.response(holding: token))
        == "matched, signature not checked")
    #expect(try examples.verdict(body, service.failure()) == "no token")
  }

  @Test("every defect is refused")
  func testing() throws {
    try examples.expectations()
    try examples.verdicts()
  }
}
