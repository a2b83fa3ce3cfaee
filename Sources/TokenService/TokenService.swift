package import BearerAuthentication
package import HTTPMessages
package import JOSE
import JWTIssuing
package import JWTValidation
import StrictCoding
package import StrictDocuments
import TokenReport

/// Answers every request of the token endpoint and of gateways: a function from a request and the
/// time to an answer.
///
/// It opens no connection, reads no file and no clock. All state it has is its configuration, which
/// never changes: after a reload there is another service.
package struct TokenService: Sendable {
  private let configuration: ServiceConfiguration
  /// `nil` if no tokens are issued.
  private var keys: ServiceKeys?
  /// `nil` if gateways ask somebody else.
  private var gateway: GatewayEndpoint?
  private let metrics: ServiceMetrics
  private let showsInspector: Bool

  /// Makes a service.
  ///
  /// - Parameters:
  ///   - keys: the bytes of each key of the configuration, in its order.
  ///   - verifier: what the policy file of the configuration comes to, if it names one.
  ///   - store: the store that the configuration names, if it names one.
  ///   - metrics: what `/metrics` shows; the same after a reload.
  ///   - showsInspector: whether there is an inspector page. What is pasted into it goes over plain
  ///     HTTP, so a server that others can reach has none.
  /// - Throws: `DocumentFault` if a key is none, or not one for its algorithm.
  package init(
    _ configuration: ServiceConfiguration, keys: [[UInt8]],
    verifier: (any VerifierSource)? = nil, store: (any LocalTokenStore)? = nil,
    metrics: ServiceMetrics = ServiceMetrics(), showsInspector: Bool = true
  ) throws(DocumentFault) {
    self.keys = try Self.keys(configuration, keys)
    gateway =
      try configuration.gateway.map { (settings) throws(DocumentFault) in
        try Self.gateway(settings, verifier, store)
      }
    self.configuration = configuration
    self.metrics = metrics
    self.showsInspector = showsInspector
  }

  private static func keys(
    _ configuration: ServiceConfiguration, _ keys: [[UInt8]]
  ) throws(DocumentFault) -> ServiceKeys? {
    guard let currentKey = configuration.currentKey else { return nil }
    var all: [ServiceKey] = []
    var current: (ServiceKey, ServiceConfiguration.Key)?
    for (key, bytes) in zip(configuration.keys, keys) {
      do {
        let loaded = ServiceKey(
          id: key.id, algorithm: key.algorithm,
          key: try SigningKey.detecting(bytes, for: key.algorithm, keyID: key.id),
          retiredAt: key.retiredAt)
        // Whether the key can sign is found out now and not when the first token is asked for.
        _ = try TokenSigner(key: loaded.key, algorithm: key.algorithm, keyID: key.id)
        all.append(loaded)
        if key.id.utf8.elementsEqual(currentKey.utf8) { current = (loaded, key) }
      } catch {
        throw key.fault(.unusableKey(codes: error.codes))
      }
    }
    guard let (signing, place) = current else {
      throw DocumentFault(.unknownName, at: ["signing", "current"], offset: 0)
    }
    do {
      return try ServiceKeys(current: signing, all: all)
    } catch {
      throw place.fault(.unusableKey(codes: error.codes))
    }
  }

  private static func gateway(
    _ settings: GatewaySettings, _ verifier: (any VerifierSource)?,
    _ store: (any LocalTokenStore)?
  ) throws(DocumentFault) -> GatewayEndpoint {
    guard (settings.store == nil) == (store == nil) else {
      throw DocumentFault(.unknownName, at: ["gateway", "store"], offset: 0)
    }
    guard let verifier else {
      throw DocumentFault(.unknownName, at: ["gateway", "policy"], offset: 0)
    }
    do {
      return try GatewayEndpoint(settings, verifier, store: store)
    } catch {
      throw DocumentFault(.notHeaderText, at: ["gateway", "realm"], offset: 0)
    }
  }

  /// The same service that also publishes the keys of an earlier one until their tokens have expired,
  /// and goes on to remember and count tokens.
  package func succeeding(_ earlier: TokenService, at now: NumericDate) -> TokenService {
    var service = self
    if let keys = earlier.keys { service.keys?.keep(keys, at: now) }
    if let gateway = earlier.gateway { service.gateway = service.gateway?.remembering(gateway) }
    return service
  }

  /// Answers a request.
  package func answer(_ request: HTTPRequest, at now: NumericDate) -> ServiceAnswer {
    let asked = gateway.flatMap { $0.isAsked(request) ? $0 : nil }
    let known = asked == nil ? Route(request) : .verify
    let route = isShown(known) ? known : .unknown
    if let fault = request.faultInHead { return fault.answer(route) }
    if let asked { return asked.answer(request, at: now) }
    guard route != .unknown else {
      return ServiceAnswer(
        Envelope.failure(404, "There is nothing at this path.", "NOT_FOUND"), route, .unknownPath)
    }
    guard route.methods.contains(where: request.hasMethod) else {
      let allowed = route.methods.joined(separator: ", ")
      return ServiceAnswer(
        Envelope.failure(405, "This path takes \(allowed) only.", allow: allowed),
        route, .wrongMethod)
    }
    switch route {
    case .tokenV1, .tokenV2: return token(request, route, at: now)
    case .keySet: return served(route, keySet(at: now))
    case .health: return served(route, Envelope.json(200, ["status": "ok"]))
    case .metrics: return served(route, metrics.response(gateway?.cache?.statistics))
    case .page: return served(route, Self.page)
    case .inspect: return inspection(request, at: now)
    case .verify, .unknown: return ServiceAnswer(HTTPResponse(status: 404), route, .unknownPath)
    }
  }

  /// Whether there is something at the path of a route: what only answers gateways has neither tokens
  /// nor pages.
  private func isShown(_ route: Route) -> Bool {
    switch route {
    case .tokenV1, .tokenV2, .keySet: keys != nil
    case .page, .inspect: keys != nil && showsInspector
    case .health, .metrics, .verify, .unknown: true
    }
  }

  /// The inspector; what a browser must know to keep what is pasted into it where it is.
  private static let page = HTTPResponse(
    status: 200,
    headers: [
      "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store",
      "Content-Security-Policy": ReportPage.policy(isLive: true) + "; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
      "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
    ], body: ReportPage.live)

  private func served(_ route: Route, _ response: HTTPResponse) -> ServiceAnswer {
    ServiceAnswer(response, route, .served)
  }

  /// Verifiers may keep the set for five minutes, which is the margin after which a key leaves it.
  private func keySet(at now: NumericDate) -> HTTPResponse {
    HTTPResponse(
      status: 200,
      headers: [
        "Content-Type": "application/jwk-set+json", "Cache-Control": "public, max-age=300",
        "X-Content-Type-Options": "nosniff",
      ], body: (keys?.publicSet(at: now) ?? [:]).encoded())
  }

  /// The body of a request that must have one in JSON, or the answer that says what is wrong.
  private func jsonBody(
    _ request: HTTPRequest, _ route: Route
  ) -> Result<[UInt8], RefusedBody> {
    let body: [UInt8]
    switch request.body {
    case .complete(let bytes): body = bytes
    case .unread(let fault): return .failure(RefusedBody(fault.answer(route)))
    }
    guard request.headers.mediaType?.utf8.elementsEqual("application/json".utf8) == true else {
      return .failure(
        RefusedBody(
          ServiceAnswer(
            Envelope.failure(415, "Content-Type must be application/json."), route,
            .wrongMediaType)))
    }
    return .success(body)
  }

  private func token(
    _ request: HTTPRequest, _ route: Route, at now: NumericDate
  ) -> ServiceAnswer {
    let body: [UInt8]
    switch jsonBody(request, route) {
    case .success(let bytes): body = bytes
    case .failure(let refused): return refused.answer
    }
    let order: TokenOrder
    do {
      order = try Self.order(body, request, route)
    } catch {
      return refusal(error, route)
    }
    let account = configuration.accounts.find(
      apiKey: order.apiKey, authToken: order.authToken)
    guard let account else {
      return ServiceAnswer(
        Envelope.failure(400, "Auth token not found."), route, .authTokenNotFound)
    }
    guard let signer = keys?.signer else {
      return ServiceAnswer(HTTPResponse(status: 404), .unknown, .unknownPath)
    }
    do {
      let token = try signer.sign(configuration.layout.claims(for: order, at: now))
      return ServiceAnswer(
        Envelope.success(token: token), route, .issued, account: account.name)
    } catch {
      return ServiceAnswer(
        Envelope.failure(500, "The token could not be made.", "INTERNAL"), route, .cannotSign,
        detail: "\(error)", account: account.name)
    }
  }

  private func refusal(_ fault: TokenOrderFault, _ route: Route) -> ServiceAnswer {
    switch fault {
    case .missingCredentials:
      ServiceAnswer(Envelope.failure(400, "Auth token not found."), route, .missingCredentials)
    case .document(let fault):
      ServiceAnswer(
        Envelope.failure(400, "\(fault)."), route, .badBody, detail: "\(fault)")
    }
  }

  private static func order(
    _ body: [UInt8], _ request: HTTPRequest, _ route: Route
  ) throws(TokenOrderFault) -> TokenOrder {
    guard route == .tokenV1 else {
      return try TokenOrder(version2: body, headers: request.headers)
    }
    do {
      return try TokenOrder(version1: body)
    } catch {
      throw .document(error)
    }
  }

  private func inspection(_ request: HTTPRequest, at now: NumericDate) -> ServiceAnswer {
    switch jsonBody(request, .inspect) {
    case .failure(let refused): return refused.answer
    case .success(let body):
      do {
        let report = try InspectionOrder(body).report(at: now)
        return ServiceAnswer(Envelope.json(200, report), .inspect, .served)
      } catch {
        return ServiceAnswer(
          Envelope.failure(400, "\(error)."), .inspect, .badBody, detail: "\(error)")
      }
    }
  }
}

/// An answer to a request whose body is not even looked at.
private struct RefusedBody: Error {
  let answer: ServiceAnswer

  init(_ answer: ServiceAnswer) { self.answer = answer }
}
