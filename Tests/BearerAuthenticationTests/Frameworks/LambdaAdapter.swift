import BearerAuthentication
import JWTCheckTesting

/// The part of swift-aws-lambda-runtime 2 and its events that the adapter of the article
/// `Frameworks` uses.
enum LambdaAdapter {
  struct APIGatewayLambdaAuthorizerRequest { var headers: [String: String] }
  struct APIGatewayLambdaAuthorizerSimpleResponse {
    var isAuthorized: Bool
    var context: [String: String]?
  }
  struct LambdaContext {}

  struct LambdaRuntime<Event, Output> {
    let body: (Event, LambdaContext) async throws -> Output
    init(body: @escaping (Event, LambdaContext) async throws -> Output) { self.body = body }
  }

  static func answer(
    _ bearer: AsyncBearerAuthenticator, _ headers: [String: String]
  ) async throws -> APIGatewayLambdaAuthorizerSimpleResponse {
    let runtime = LambdaRuntime {
      (event: APIGatewayLambdaAuthorizerRequest, _: LambdaContext)
        -> APIGatewayLambdaAuthorizerSimpleResponse in
      let value = event.headers["authorization"]
      guard let token = try? await bearer.authenticate(authorization: value, at: now())
      else { return .init(isAuthorized: false, context: nil) }
      return .init(isAuthorized: true, context: ["sub": token.subject?.revealed ?? "-"])
    }
    return try await runtime.body(
      APIGatewayLambdaAuthorizerRequest(headers: headers), LambdaContext())
  }
}
