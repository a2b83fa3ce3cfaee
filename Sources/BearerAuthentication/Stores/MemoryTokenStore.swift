public import JWTValidation
import Synchronization

/// Remembers revoked and used tokens in the memory of this process, until they expire.
///
/// It is bounded: a full store refuses to remember more, and so lets no token pass that it could not
/// remember, rather than to forget one that was revoked. Size it for the tokens that can be in use at
/// one time. It knows nothing of other machines.
///
/// A clock that runs ahead for a moment and is set back makes it forget tokens too early. Until those
/// have expired by the right time it says that it cannot know, which is a refusal.
public final class MemoryTokenStore: LocalTokenStore {
  private final class Shard: Sendable {
    let revoked = Mutex(ExpiringSet())
    let used = Mutex(ExpiringSet())
  }

  private let shards: [Shard]
  private let maximumCountPerShard: Int

  /// Makes an empty store.
  ///
  /// - Parameter maximumCount: how many tokens of each kind are remembered, about: each sixteenth of
  ///   the store has its own limit.
  public init(maximumCount: Int = 1_000_000) {
    shards = (0..<16).map { _ in Shard() }
    maximumCountPerShard = max(1, (maximumCount + 15) / 16)
  }

  /// Revokes a token.
  ///
  /// - Parameters:
  ///   - token: which one.
  ///   - until: when the token expires by itself, leeway included.
  ///   - now: the time, to forget what has expired.
  /// - Throws: `.full`.
  public func revoke(
    _ token: TokenIdentity, until: NumericDate, at now: NumericDate
  ) throws(TokenStoreFailure) {
    _ = try insert(token, until, now, into: shard(token).revoked, isFirstUse: false)
  }

  /// Whether a token was revoked.
  ///
  /// - Throws: `.unavailable` if it was forgotten because a clock ran ahead, or may have been.
  public func isRevoked(
    _ token: TokenIdentity, at now: NumericDate
  ) throws(TokenStoreFailure) -> Bool {
    let isRevoked = shard(token).revoked.withLock { $0.contains(token, at: now) }
    guard let isRevoked else { throw .unavailable }
    return isRevoked
  }

  /// Notes that a token was used.
  ///
  /// - Returns: whether this is the first use.
  /// - Throws: `.full`; `.unavailable` if a use was forgotten because a clock ran ahead, or may have been.
  public func markUsed(
    _ token: TokenIdentity, until: NumericDate, at now: NumericDate
  ) throws(TokenStoreFailure) -> Bool {
    try insert(token, until, now, into: shard(token).used, isFirstUse: true)
  }

  /// How many tokens are remembered, those included that have expired since the last tidying.
  public var count: Int {
    shards.reduce(0) { sum, shard in
      sum + shard.revoked.withLock { $0.count } + shard.used.withLock { $0.count }
    }
  }

  private func insert(
    _ token: TokenIdentity, _ until: NumericDate, _ now: NumericDate,
    into set: borrowing Mutex<ExpiringSet>, isFirstUse: Bool
  ) throws(TokenStoreFailure) -> Bool {
    let limit = maximumCountPerShard
    let insertion = set.withLock {
      $0.insert(token, until: until, at: now, limit: limit, isFirstUse: isFirstUse)
    }
    switch insertion {
    case .new: return true
    case .known: return false
    case .full: throw .full
    case .uncertain: throw .unavailable
    }
  }

  private func shard(_ token: TokenIdentity) -> Shard { shards[Int(token.prefix & 15)] }
}
