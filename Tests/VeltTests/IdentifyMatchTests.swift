import Testing

@testable import Velt

@Suite("the comparison with the identify call")
struct IdentifyMatchTests {
  private static let cases: [(call: String, claims: String, findings: [IdentifyFinding])] = [
    (#"{"userId":"u","organizationId":"o"}"#, #"{"userId":"u","organizationId":"o"}"#, []),
    (
      #"{"userId":"u","organizationId":"o"}"#, "{}",
      [.userIdMismatch(.missing), .organizationMismatch(.missing)]
    ),
    (
      #"{"userId":"u"}"#, #"{"userId":"U","organizationId":"o","email":"e"}"#,
      [.userIdMismatch(.letterCase), .organizationMismatch(.notGiven), .emailMismatch(.notGiven)]
    ),
    (#"{"userId":"u","email":"e"}"#, #"{"userId":"u"}"#, []),
    (#"{"userId":"u","isAdmin":null}"#, #"{"userId":"u"}"#, [.adminSet]),
    (
      #"{"userId":"u","email":"e"}"#, #"{"userId":"u","email":"f"}"#,
      [.emailMismatch(.different)]
    ),
  ]

  @Test("only what the service compares is compared")
  func findings() throws {
    for row in Self.cases {
      let call = try IdentifyCall(json: Array(row.call.utf8))
      let match = IdentifyMatch(call, claims: try claims(row.claims))
      #expect(match.findings == row.findings.map { .identify($0) }, "\(row.call) \(row.claims)")
    }
  }
}
