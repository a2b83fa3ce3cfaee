import BearerAuthentication
import HTTPMessages
import JWTValidation

/// A service with one resource: the orders of whoever holds a token with the scope `orders:read`.
public struct OrdersService: Sendable {
  /// What the service wants of tokens.
  public static let policy = ValidationPolicy(
    algorithms: [.es256], issuer: .exactly("https://id.example"), audience: .containing("orders"))

  private let bearer: BearerAuthenticator
  private let readOrders: AccessRequirements
  private let now: @Sendable () -> NumericDate

  /// Makes a service that accepts tokens by a verifier.
  ///
  /// - Parameter now: the clock.
  public init(_ verifier: Verifier, now: @escaping @Sendable () -> NumericDate) throws {
    bearer = try BearerAuthenticator(
      verifier: verifier, options: BearerOptions(realm: "orders", cache: TokenCache()))
    readOrders = try AccessRequirements(scopes: ["orders:read"])
    self.now = now
  }

  /// Answers a request.
  public func answer(_ request: HTTPRequest) -> HTTPResponse {
    guard request.hasTarget("/orders") else { return HTTPResponse(status: 404) }
    do throws(Rejection) {
      let token = try bearer.authenticate(
        authorization: request.headers.values(of: "authorization"), at: now(),
        requiring: readOrders)
      let text = "orders of \(token.subject?.revealed ?? "nobody")\n"
      return HTTPResponse(
        status: 200, headers: ["Content-Type": "text/plain; charset=utf-8"],
        body: Array(text.utf8))
    } catch {
      return HTTPResponse(
        status: error.status,
        headers: HTTPHeaders(error.headerFields.map { (name: $0, value: $1) }))
    }
  }
}
