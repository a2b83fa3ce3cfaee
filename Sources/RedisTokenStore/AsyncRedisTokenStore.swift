public import BearerAuthentication
import Dispatch
public import JOSE

/// A `RedisTokenStore` for tasks: what blocks happens on threads that no task waits for.
public struct AsyncRedisTokenStore: TokenStore {
  private let store: RedisTokenStore
  private let queue = DispatchQueue(label: "jwtcheck.redis", attributes: .concurrent)

  /// Asks through a store, which may be used by itself too.
  public init(_ store: RedisTokenStore) { self.store = store }

  /// Whether a token was revoked.
  ///
  /// - Throws: `.unavailable`.
  public func isRevoked(
    _ token: TokenIdentity, at now: NumericDate
  ) async throws(TokenStoreFailure) -> Bool {
    try await ask { store in
      Result { () throws(TokenStoreFailure) in try store.isRevoked(token, at: now) }
    }
  }

  /// Notes that a token was used.
  ///
  /// - Returns: whether this is the first use.
  /// - Throws: `.unavailable`.
  public func markUsed(
    _ token: TokenIdentity, until: NumericDate, at now: NumericDate
  ) async throws(TokenStoreFailure) -> Bool {
    try await ask { store in
      Result { () throws(TokenStoreFailure) in
        try store.markUsed(token, until: until, at: now)
      }
    }
  }

  private func ask(
    _ question: @escaping @Sendable (RedisTokenStore) -> Result<Bool, TokenStoreFailure>
  ) async throws(TokenStoreFailure) -> Bool {
    let store = store
    return try await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: question(store)) }
    }.get()
  }
}
