import JWTIssuing
import JWTValidation
import Testing
import TokenReport
import Velt

/// Reports as a user of the library sees them: without `@testable`.
@Suite("reports")
struct ReportTests {
  private static let secret = Array("a secret for tests of at least 32 bytes".utf8)
  private static let now = NumericDate(seconds: 1_767_229_200)

  private static func token(_ claims: JSONTree) throws -> [UInt8] {
    Array(try TokenSigner(key: .secret(secret), algorithm: .hs256).sign(claims).utf8)
  }

  private static func verify(_ claims: JSONTree) throws -> Report {
    let policy = ValidationPolicy(
      algorithms: [.hs256], issuer: .ignored("one test"), audience: .ignored("one test"))
    let verifier = try Verifier(keys: .secret(secret), policy: policy)
    return Report.verify(try token(claims), with: verifier, at: now)
  }

  @Test("the three kinds of report say what was done, and no more")
  func verdicts() throws {
    let good: JSONTree = ["userId": "u", "organizationId": "o", "exp": 1_767_232_800]
    let request = try TokenRequest(userId: "u", organizationId: "o")
    let reports = [
      Report.decode(try Self.token(good), at: Self.now),
      try Self.verify(good),
      Report.check(try Self.token(good), with: TokenCheck(request: request), at: Self.now),
      try Self.verify(["exp": 1_767_225_600]),
      Report.serviceFailure(
        try #require(Self.failure), at: Self.now),
    ]
    #expect(
      reports.map(\.verdictLine) == [
        "NOT VERIFIED (decoded only)",
        "VERIFIED HS256, key number 1 (without kid)",
        "MATCHES THE REQUEST, signature not checked (no key given)",
        "REJECTED: expired 1 h ago, at 2026-01-01T00:00:00Z [exp.passed]",
        """
        REJECTED: the service gave no token and answered "no", status "DENIED" [token.is-failure]
        """,
      ])
    #expect(
      reports.map(\.conclusion) == [
        .accepted, .accepted, .accepted, .outsideTimeWindow, .malformed,
      ])
    #expect(
      reports.map(\.codes) == [
        [], [], ["signature.not-checked"], ["exp.passed"], ["token.is-failure"],
      ])
  }

  private static var failure: TokenResponse.Failure? {
    let text = #"{"error": {"message": "no", "status": "DENIED"}}"#
    guard case .failure(let failure) = try? TokenResponse(json: Array(text.utf8)) else {
      return nil
    }
    return failure
  }

  @Test("the example of the documentation logs codes and prints claims")
  func example() throws {
    let policy = ValidationPolicy(
      algorithms: [.hs256], issuer: .ignored("one test"), audience: .ignored("one test"))
    let verifier = try Verifier(keys: .secret(Self.secret), policy: policy)
    let token = try Self.token(["exp": 1_767_225_600])
    let now = Self.now
    var logged: [String] = []
    var printed = ""
    func log(_ codes: [String]) { logged = codes }
    func print(_ text: String) { printed = text }

    let report = Report.verify(token, with: verifier, at: now)
    if report.conclusion != .accepted { log(report.codes) }  // codes can be logged
    print(report.text())  // holds claim values: for people who asked

    #expect(logged == ["exp.passed"])
    #expect(printed.contains("1767225600"))
  }

  @Test("text starts with the verdict, and JSON has the same verdict")
  func forms() throws {
    let report = try Self.verify(["exp": 1_767_225_600])
    #expect(report.text().hasPrefix(report.verdictLine + "\n"))
    #expect(!report.text().contains("\u{1B}"))
    #expect(report.text(style: Style(usesColor: true, width: 80)).contains("\u{1B}[1;31mREJECTED"))
    let json = try JSONValue.parse(report.json.encoded()).object
    #expect(json?["verdict"]?.string == "rejected")
    #expect(json?["signature"]?.string == "valid")
  }
}
