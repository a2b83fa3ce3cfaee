import Foundation
import HTTPMessages
import JWTCheckTesting
import OrdersService
import Testing

@Suite("the example")
struct OrdersServiceTests {
  private let clock = FixedClock()
  private let mint: TokenMint
  private let verifier: Verifier
  private let service: OrdersService

  init() throws {
    mint = try TokenMint(.es256, issuer: "https://id.example", audience: "orders")
    verifier = try Verifier(keys: mint.key.verification, policy: OrdersService.policy)
    service = try OrdersService(verifier) { [clock] in clock.now }
  }

  private func answer(_ token: String?) -> HTTPResponse {
    let headers = HTTPHeaders(token.map { [("Authorization", "Bearer \($0)")] } ?? [])
    return service.answer(HTTPRequest(method: "GET", target: "/orders", headers: headers))
  }

  @Test("orders are for those who may read them, until their tokens expire")
  func access() throws {
    let good = try mint.token(claims: ["scope": "orders:read"])
    #expect(answer(good).status == 200)
    #expect(answer(good).body == Array("orders of user-1\n".utf8))
    #expect(try answer(mint.token()).status == 403)
    #expect(answer(nil).headers["WWW-Authenticate"] == "Bearer realm=\"orders\"")
    clock.advance(bySeconds: 600)
    #expect(answer(good).status == 401)
    clock.advance(bySeconds: -1)
    #expect(answer(good).status == 200)
  }

  @Test("no token with a defect passes", arguments: TokenDefect.allCases)
  func defects(defect: TokenDefect) throws {
    guard defect.applies(to: .es256) else { return }
    let token = try mint.token(defect)
    #expect(verifier.verdict(on: token, at: clock.now) == .refused(defect.expectedCode))
    #expect(answer(token).status == 401)
  }

  // Fails on purpose: whoever runs it sees what a failure looks like.
  @Test(
    "a failure shows the report",
    .enabled(if: ProcessInfo.processInfo.environment["SHOW_FAILURE"] != nil))
  func failure() throws {
    let token = try mint.token(.expired)
    #expect(verifier.verdict(on: token, at: clock.now) == .accepted)
    try expectAccepted(mint.token(.otherAudience), by: verifier, at: clock.now)
  }
}
