import BearerAuthentication
import JWTCheckTesting

/// The part of swift-openapi-runtime 1 that the adapter of the article `Frameworks` uses.
enum OpenAPIAdapter {
  struct HTTPBody: Sendable {}
  struct ServerRequestMetadata: Sendable {}

  protocol ServerMiddleware: Sendable {
    func intercept(
      _ request: HTTPRequest, body: HTTPBody?, metadata: ServerRequestMetadata,
      operationID: String,
      next:
        @Sendable (HTTPRequest, HTTPBody?, ServerRequestMetadata) async throws -> (
          HTTPResponse, HTTPBody?
        )
    ) async throws -> (HTTPResponse, HTTPBody?)
  }

  typealias Answer = (HTTPResponse, HTTPBody?)
  enum Caller { @TaskLocal static var token: VerifiedToken? }

  struct TokenMiddleware: ServerMiddleware {
    let bearer: AsyncBearerAuthenticator
    func intercept(
      _ request: HTTPRequest, body: HTTPBody?, metadata: ServerRequestMetadata, operationID: String,
      next: @Sendable (HTTPRequest, HTTPBody?, ServerRequestMetadata) async throws -> Answer
    ) async throws -> Answer {
      do {
        let values = request.headerFields[values: .authorization]
        let token = try await bearer.authenticate(authorization: values, at: now())
        return try await Caller.$token.withValue(token) { try await next(request, body, metadata) }
      } catch let error as Rejection {
        return (HTTPResponse(status: .init(code: error.status), headerFields: error.fields), nil)
      }
    }
  }
}
