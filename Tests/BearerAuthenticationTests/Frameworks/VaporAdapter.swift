import BearerAuthentication
import JWTCheckTesting

/// The part of Vapor 4 that the adapter of the article `Frameworks` uses.
enum VaporAdapter {
  struct HTTPHeaders {
    struct Name { static let authorization = Name() }
    var all: [(String, String)]
    init(_ all: [(String, String)] = []) { self.all = all }
    subscript(_: Name) -> [String] { all.filter { $0.0 == "Authorization" }.map(\.1) }
  }

  protocol Authenticatable {}

  final class Authentication {
    var logins: [any Authenticatable] = []
    func login(_ instance: any Authenticatable) { logins.append(instance) }
  }

  struct Request {
    var headers: HTTPHeaders
    let auth = Authentication()
  }

  struct Response { var status = 200 }

  protocol AsyncResponder { func respond(to request: Request) async throws -> Response }

  protocol AsyncMiddleware {
    func respond(
      to request: Request, chainingTo next: any AsyncResponder
    ) async throws -> Response
  }

  struct Abort: Error {
    struct Status { var statusCode: Int }
    var status: Status
    var headers: HTTPHeaders
    init(_ status: Status, headers: HTTPHeaders) {
      (self.status, self.headers) = (status, headers)
    }
  }

  struct TokenMiddleware<Claims: Decodable & Authenticatable>: AsyncMiddleware {
    let bearer: AsyncBearerAuthenticator
    func respond(
      to request: Request, chainingTo next: any AsyncResponder
    ) async throws -> Response {
      do throws(Rejection) {
        let values = request.headers[.authorization]
        let token = try await bearer.authenticate(authorization: values, at: now())
        if let claims = try? token.claims(as: Claims.self) { request.auth.login(claims) }
      } catch {
        throw Abort(.init(statusCode: error.status), headers: HTTPHeaders(error.headerFields))
      }
      return try await next.respond(to: request)
    }
  }
}
