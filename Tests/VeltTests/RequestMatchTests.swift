import StrictCoding
import Testing
import VectorSupport

@testable import Velt

@Suite("the comparison with the request")
struct RequestMatchTests {
  private struct Case {
    let asked: String
    let claims: String
    let claim: VeltClaim
    let outcome: MatchOutcome
    var places: [String] = []
  }

  private static let user = #""userId":"u","userProperties":{"organizationId":"o"}"#

  private static let cases: [Case] = [
    Case(
      asked: user, claims: #"{"userId":"u","sub":"u"}"#, claim: .userId, outcome: .equal,
      places: ["/userId", "/sub"]),
    Case(
      asked: user, claims: #"{"userId":"U"}"#, claim: .userId, outcome: .differs(.letterCase),
      places: ["/userId"]),
    Case(
      asked: user, claims: #"{"sub":"v"}"#, claim: .userId, outcome: .differs(.different),
      places: ["/sub"]),
    Case(asked: user, claims: "{}", claim: .userId, outcome: .differs(.missing)),
    Case(
      asked: user, claims: #"{"userId":"u","data":{"userId":7}}"#, claim: .userId,
      outcome: .unusable, places: ["/userId", "/data/userId"]),
    Case(
      asked: user, claims: #"{"user":{"organizationId":"o"}}"#, claim: .organizationId,
      outcome: .equal, places: ["/user/organizationId"]),
    Case(
      asked: user, claims: #"{"data":{"permissions":{"resources":[{"organizationId":"o"}]}}}"#,
      claim: .organizationId, outcome: .equal,
      places: ["/data/permissions/resources/0/organizationId"]),
    Case(asked: user, claims: #"{"sub":"o"}"#, claim: .organizationId, outcome: .differs(.missing)),
    Case(asked: user, claims: "{}", claim: .isAdmin, outcome: .absent),
    Case(
      asked: user, claims: #"{"isAdmin":false}"#, claim: .isAdmin, outcome: .isFalse,
      places: ["/isAdmin"]),
    Case(
      asked: user, claims: #"{"context":{"isAdmin":true}}"#, claim: .isAdmin,
      outcome: .unrequested, places: ["/context/isAdmin"]),
    Case(
      asked: #""userId":"u","userProperties":{"organizationId":"o","isAdmin":false}"#,
      claims: #"{"isAdmin":false}"#, claim: .isAdmin, outcome: .equal, places: ["/isAdmin"]),
    Case(
      asked: #""userId":"u","userProperties":{"organizationId":"o","isAdmin":true}"#,
      claims: "{}", claim: .isAdmin, outcome: .differs(.missing)),
    Case(
      asked: #""userId":"u","userProperties":{"organizationId":"o","isAdmin":true}"#,
      claims: #"{"isAdmin":false}"#, claim: .isAdmin, outcome: .differs(.different),
      places: ["/isAdmin"]),
    Case(asked: user, claims: "{}", claim: .email, outcome: .absent),
    Case(
      asked: user, claims: #"{"email":"e"}"#, claim: .email, outcome: .unrequested,
      places: ["/email"]),
    Case(
      asked: #""userId":"u","userProperties":{"organizationId":"o","email":"é"}"#,
      claims: #"{"email":"É"}"#, claim: .email, outcome: .differs(.different),
      places: ["/email"]),
  ]

  @Test("each claim has its outcome and the places where it was found")
  func outcomes() throws {
    for row in Self.cases {
      let request = try TokenRequest(json: Array("{\"data\":{\(row.asked)}}".utf8))
      let match = RequestMatch(request, claims: try claims(row.claims))
      let found = try required(match.rows.first { $0.claim == row.claim }, row.claim.name)
      #expect(found.outcome == row.outcome, "\(row)")
      #expect(found.places.map(\.pointer.description) == row.places, "\(row)")
    }
  }

  @Test("an administrator is found wherever a place says so")
  func administrators() throws {
    let request = try TokenRequest(userId: "u", organizationId: "o")
    let text = #"{"isAdmin":"no","data":{"isAdmin":true},"user":{"isAdmin":true}}"#
    let row = RequestMatch(request, claims: try claims(text)).rows[2]
    let places = [try JSONPointer("/data/isAdmin"), try JSONPointer("/user/isAdmin")]
    #expect(row.findings.last == .request(.adminNotRequested(at: places)))
    #expect(row.findings.map(\.code) == ["claim.wrong-type", "request.admin-not-requested"])
  }
}
