public import JWTValidation

/// `BearerAuthenticator` for keys that are fetched and for stores that are asked over a network.
///
/// With the keys at hand and no store it does not suspend.
public struct AsyncBearerAuthenticator: Sendable {
  private let stages: BearerStages
  private let store: (any TokenStore)?

  /// Puts the parts together.
  ///
  /// - Parameters:
  ///   - verifier: a `RefreshableVerifierSource` is asked for newer keys where that could help.
  ///   - store: knows which tokens were revoked or used; `nil` if nothing does.
  ///   - options: how to behave besides.
  /// - Throws: `BearerSetupError` for options that contradict each other.
  public init(
    verifier: any VerifierSource, store: (any TokenStore)? = nil,
    options: BearerOptions = BearerOptions()
  ) throws(BearerSetupError) {
    stages = try BearerStages(verifier, options, hasStore: store != nil)
    self.store = store
  }

  /// For a scheme of its own.
  init(stages: BearerStages, store: any TokenStore) {
    self.stages = stages
    self.store = store
  }

  /// Authenticates a request by the value of its `Authorization` header field, `nil` if there is
  /// none.
  ///
  /// - Throws: `Rejection`, with the answer.
  public func authenticate(
    authorization value: String?, at now: NumericDate,
    requiring requirements: AccessRequirements = .none
  ) async throws(Rejection) -> VerifiedToken {
    // 1. Exactly one token.
    guard let value else { throw stages.rejection(.noToken) }
    let range = try stages.tokenRange(in: value.utf8.span)
    // 2. It is good, perhaps with newer keys.
    let accepted = try await accept(value, range, at: now)
    // 3. It was neither revoked nor, if that matters, used.
    if let store, let reason = await reason(accepted, value, range, store, at: now) {
      throw stages.rejection(reason)
    }
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
  ) async throws(Rejection) -> VerifiedToken {
    guard values.count < 2 else { throw stages.rejection(.severalTokens) }
    return try await authenticate(authorization: values.first, at: now, requiring: requirements)
  }

  private func accept(
    _ value: String, _ range: Range<Int>, at now: NumericDate
  ) async throws(Rejection) -> AcceptedBearer {
    do throws(VerificationFailure) {
      return try stages.accept(value.utf8.span.extracting(range), at: now)
    } catch {
      guard let keys = stages.source as? any RefreshableVerifierSource,
        await keys.refresh(after: error, for: Array(Array(value.utf8)[range]), at: now)
      else { throw stages.rejection(error) }
    }
    do throws(VerificationFailure) {
      return try stages.accept(value.utf8.span.extracting(range), at: now)
    } catch {
      throw stages.rejection(error)
    }
  }

  private func reason(
    _ accepted: AcceptedBearer, _ value: String, _ range: Range<Int>, _ store: any TokenStore,
    at now: NumericDate
  ) async -> Rejection.Reason? {
    do throws(TokenStoreFailure) {
      let identity = try accepted.identity(value.utf8.span.extracting(range))
      if try await store.isRevoked(identity, at: now) { return .revoked }
      guard stages.isSingleUse else { return nil }
      let isFirst = try await store.markUsed(identity, until: accepted.window.over, at: now)
      return isFirst ? nil : .replayed
    } catch {
      return stages.reason(error)
    }
  }
}
