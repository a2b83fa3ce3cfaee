public import JWTValidation

/// From an `Authorization` header field to a verified token or a rejection, without a web framework
/// and without waiting.
///
/// ```swift
/// let authenticator = try BearerAuthenticator(verifier: verifier)
/// do {
///   let token = try authenticator.authenticate(authorization: header, at: now)
/// } catch {  // a Rejection
///   answer(error.status, wwwAuthenticate: error.wwwAuthenticate)
/// }
/// ```
///
/// Make one at start-up and share it. For keys that are fetched, or stores that are asked over a
/// network, there is `AsyncBearerAuthenticator`.
public struct BearerAuthenticator: Sendable {
  private let stages: BearerStages
  private let store: (any LocalTokenStore)?

  /// Puts the parts together.
  ///
  /// - Parameters:
  ///   - verifier: a `Verifier`, or whoever has one for each token.
  ///   - store: knows which tokens were revoked or used; `nil` if nothing does.
  ///   - options: how to behave besides.
  /// - Throws: `BearerSetupError` for options that contradict each other.
  public init(
    verifier: any VerifierSource, store: (any LocalTokenStore)? = nil,
    options: BearerOptions = BearerOptions()
  ) throws(BearerSetupError) {
    stages = try BearerStages(verifier, options, hasStore: store != nil)
    self.store = store
  }

  /// The value of `WWW-Authenticate` that asks for a token and says no more.
  public var challenge: String { stages.rejection(.noToken).wwwAuthenticate ?? "Bearer" }

  /// Authenticates a request by the value of its `Authorization` header field, `nil` if there is
  /// none.
  ///
  /// - Throws: `Rejection`, with the answer.
  public func authenticate(
    authorization value: String?, at now: NumericDate,
    requiring requirements: AccessRequirements = .none
  ) throws(Rejection) -> VerifiedToken {
    // 1. Exactly one token.
    guard let value else { throw stages.rejection(.noToken) }
    let text = value.utf8.span
    let token = text.extracting(try stages.tokenRange(in: text))
    // 2. It is good.
    let accepted: AcceptedBearer
    do { accepted = try stages.accept(token, at: now) } catch { throw stages.rejection(error) }
    // 3. It was neither revoked nor, if that matters, used.
    if let store { try check(accepted, token, in: store, at: now) }
    // 4. It allows what is asked for.
    try stages.authorize(accepted.token, requirements)
    return accepted.token
  }

  /// Authenticates a request by all values of its `Authorization` header fields, of which there may
  /// be only one.
  ///
  /// - Throws: `Rejection`, with the answer.
  public func authenticate(
    authorization values: [String], at now: NumericDate,
    requiring requirements: AccessRequirements = .none
  ) throws(Rejection) -> VerifiedToken {
    guard values.count < 2 else { throw stages.rejection(.severalTokens) }
    return try authenticate(authorization: values.first, at: now, requiring: requirements)
  }

  private func check(
    _ accepted: AcceptedBearer, _ token: Span<UInt8>, in store: any LocalTokenStore,
    at now: NumericDate
  ) throws(Rejection) {
    let reason: Rejection.Reason?
    do throws(TokenStoreFailure) {
      let identity = try accepted.identity(token)
      if try store.isRevoked(identity, at: now) {
        reason = .revoked
      } else if stages.isSingleUse {
        let isFirst = try store.markUsed(identity, until: accepted.window.over, at: now)
        reason = isFirst ? nil : .replayed
      } else {
        reason = nil
      }
    } catch {
      reason = stages.reason(error)
    }
    if let reason { throw stages.rejection(reason) }
  }
}
