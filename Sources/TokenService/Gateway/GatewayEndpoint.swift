import BearerAuthentication
import HTTPMessages
import JOSE
import JWTValidation

/// What gateways ask before they let a request pass: nginx `auth_request`, Caddy `forward_auth`,
/// Traefik `forwardAuth`, Envoy `ext_authz` and HAProxy with a few lines of Lua.
///
/// Each of them asks in its own way, and each takes another answer for yes. These rules suit all:
///
/// 1. Every method and every path under the prefix is answered alike; a body is not looked at.
/// 2. Yes is exactly 200 with an empty body: Envoy takes 204 for a no.
/// 3. With it comes every identity header, none of them empty: Envoy lets through what the client
///    sent under the name of one that is missing.
/// 4. Fields of those names in the request mean nothing here.
/// 5. There is one `Authorization` field with one token in it, or the answer is no: behind us somebody
///    might read another one.
/// 6. No is 401 with `WWW-Authenticate`, or 403 for a good token that does not allow enough: nginx
///    makes everything else an error of its own.
/// 7. The answer never waits for keys: those that are fetched are fetched beside it. A store has less
///    time than gateways give us.
/// 8. Tokens have a size limit of ours.
/// 9. No method is exempt, `OPTIONS` neither: whether a preflight may pass is for the gateway, which
///    knows the original request.
struct GatewayEndpoint: Sendable {
  private let prefix: PathPrefix
  private let settings: GatewaySettings
  private let source: any VerifierSource
  private let store: (any LocalTokenStore)?
  private let authenticator: BearerAuthenticator
  /// Remembers tokens that were verified; `nil` if none are remembered.
  let cache: TokenCache?

  /// - Parameters:
  ///   - store: where to ask which tokens were revoked or used, if the settings name a place.
  ///   - cache: one to go on with; `nil` for a new one.
  init(
    _ settings: GatewaySettings, _ source: any VerifierSource, store: (any LocalTokenStore)?,
    cache: TokenCache? = nil
  ) throws(BearerSetupError) {
    self.settings = settings
    self.source = source
    self.store = store
    prefix = PathPrefix(settings.prefix)
    let count = settings.rememberedTokens
    self.cache = count > 0 ? cache ?? TokenCache(maximumCount: count) : nil
    authenticator = try BearerAuthenticator(
      verifier: source, store: store,
      options: BearerOptions(
        realm: settings.realm, maximumByteCount: settings.maximumTokenBytes, cache: self.cache,
        tokenUse: settings.store?.isSingleUse == true ? .once : .manyTimes,
        storeFailure: settings.store?.failure ?? .refuse))
  }

  /// The same endpoint with the memory of an earlier one, and so with its counters. What was verified
  /// by other keys or another policy counts no longer in either.
  func remembering(_ earlier: GatewayEndpoint) -> GatewayEndpoint {
    guard settings.rememberedTokens == earlier.settings.rememberedTokens,
      let next = try? GatewayEndpoint(settings, source, store: store, cache: earlier.cache)
    else { return self }
    return next
  }

  /// Whether a request is one for this endpoint.
  func isAsked(_ request: HTTPRequest) -> Bool { prefix.covers(request.target) }

  /// Yes or no.
  func answer(_ request: HTTPRequest, at now: NumericDate) -> ServiceAnswer {
    let values = request.headers.values(of: "authorization")
    do throws(Rejection) {
      let token = try authenticator.authenticate(
        authorization: values, at: now, requiring: settings.requirements)
      return ServiceAnswer(
        HTTPResponse(
          status: 200, headers: HTTPHeaders(settings.headers.fields(for: token) + Self.uncached)),
        .verify, .accepted)
    } catch {
      askForKeys(error, values, at: now)
      return ServiceAnswer(
        response(error), .verify, .rejected(error.reason),
        detail: error.failure.map { "\($0)" })
    }
  }

  /// What a gateway must not keep: the next request may come with another token.
  private static let uncached = [(name: "Cache-Control", value: "no-store")]

  private func response(_ rejection: Rejection) -> HTTPResponse {
    var status = rejection.status
    var text = rejection.wwwAuthenticate
    if status == 503, settings.outage == .unauthorized {
      status = 401
      text = authenticator.challenge
    }
    let challenges = text.map { [(name: "WWW-Authenticate", value: $0)] } ?? []
    return HTTPResponse(status: status, headers: HTTPHeaders(challenges + Self.uncached))
  }

  /// Lets newer keys be fetched for a token that none of those at hand fits; a later request finds
  /// them. How often that happens is the source's affair.
  private func askForKeys(_ rejection: Rejection, _ values: [String], at now: NumericDate) {
    guard rejection.reason == .unknownKey, let failure = rejection.failure,
      let source = source as? any RefreshableVerifierSource,
      let token = values.first?.utf8.split(separator: UInt8(ascii: " ")).last
    else { return }
    Task.detached { _ = await source.refresh(after: failure, for: Array(token), at: now) }
  }
}
