import BearerAuthentication
import JWTCheckTesting

/// The part of Hummingbird 2 that the adapter of the article `Frameworks` uses.
enum HummingbirdAdapter {
  struct Request { var headers: HTTPFields }

  struct Logger {
    func info(_: String, metadata: [String: String]) {}
  }

  protocol AuthRequestContext<Identity> {
    associatedtype Identity: Sendable
    var logger: Logger { get }
  }

  protocol AuthenticatorMiddleware: Sendable {
    associatedtype Context: AuthRequestContext<Identity>
    associatedtype Identity: Sendable
    func authenticate(request: Request, context: Context) async throws -> Identity?
  }

  struct HTTPError: Error {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    init(_ status: HTTPResponse.Status, headers: HTTPFields, message: String? = nil) {
      (self.status, self.headers) = (status, headers)
    }
  }

  struct TokenAuthenticator<Context: AuthRequestContext>: AuthenticatorMiddleware
  where Context.Identity == VerifiedToken {
    let bearer: AsyncBearerAuthenticator
    func authenticate(request: Request, context: Context) async throws -> VerifiedToken? {
      do throws(Rejection) {
        let values = request.headers[values: .authorization]
        return try await bearer.authenticate(authorization: values, at: now())
      } catch {
        context.logger.info("token refused", metadata: ["reason": "\(error.reason.rawValue)"])
        throw HTTPError(.init(code: error.status), headers: error.fields, message: nil)
      }
    }
  }
}
