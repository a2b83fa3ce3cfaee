public import JWTValidation

/// Remembers which tokens were revoked or used, perhaps for several machines.
///
/// A store that answers at once should be a `LocalTokenStore`, which `BearerAuthenticator` takes too.
public protocol TokenStore: Sendable {
  /// Whether a token was revoked.
  func isRevoked(
    _ token: TokenIdentity, at now: NumericDate
  ) async throws(TokenStoreFailure) -> Bool

  /// Notes that a token was used, in one step with looking whether it was used before.
  ///
  /// - Parameters:
  ///   - token: which one.
  ///   - until: when the token can no longer be used by itself, so that the store may forget it.
  ///   - now: the time.
  /// - Returns: whether this is the first use.
  func markUsed(
    _ token: TokenIdentity, until: NumericDate, at now: NumericDate
  ) async throws(TokenStoreFailure) -> Bool
}

/// A store that answers on the calling thread, which it may block for no longer than its user can
/// bear: in a task that is no longer than a lock.
public protocol LocalTokenStore: TokenStore {
  /// Whether a token was revoked.
  func isRevoked(_ token: TokenIdentity, at now: NumericDate) throws(TokenStoreFailure) -> Bool

  /// Notes that a token was used, in one step with looking whether it was used before.
  func markUsed(
    _ token: TokenIdentity, until: NumericDate, at now: NumericDate
  ) throws(TokenStoreFailure) -> Bool
}

/// Why a store does not answer.
@nonexhaustive
public enum TokenStoreFailure: Error, Equatable, Sendable {
  /// It cannot be asked, or cannot know.
  case unavailable
  /// It can remember no more, and forgets nothing that still matters.
  case full
}
