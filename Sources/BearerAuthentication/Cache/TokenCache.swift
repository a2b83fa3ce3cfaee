import JWTValidation

/// Remembers tokens that were verified, so that a token that is sent with every request is verified
/// once.
///
/// A token is known by the SHA-256 digest of its whole text; the text and the signature are not kept.
/// An entry counts only as long as the keys and the policy that accepted it are in use and inside the
/// times that the token allows, and what a store says of the token is asked anew each time.
///
/// There are limits for the number of entries and for their size; the entry that was not used for
/// longest makes room. The cache is divided by digest, so that threads seldom meet at a lock.
public final class TokenCache: Sendable {
  /// What a cache has been doing since it was made.
  public struct Statistics: Equatable, Sendable {
    /// Tokens that were recognised.
    public var hits = 0
    /// Tokens that had to be verified.
    public var misses = 0
    /// Entries that made room for others.
    public var evictions = 0
    /// Entries that were found to count no longer: expired, or of keys that are not in use any more.
    public var expirations = 0
    /// Entries there are now.
    public var count = 0
    /// Their size in bytes, about.
    public var byteCount = 0
  }

  private let shards: [CacheShard]

  /// Makes an empty cache.
  ///
  /// - Parameters:
  ///   - maximumCount: the most entries.
  ///   - maximumByteCount: the most bytes of all entries together, about; 16 MiB by default. A token
  ///     that is larger than a sixteenth of it may not be remembered at all.
  public init(maximumCount: Int = 10_000, maximumByteCount: Int = 16 << 20) {
    // Small caches are not divided: a part for a single token would be no use.
    let shardCount = maximumCount >= 256 ? 16 : 1
    shards = (0..<shardCount).map { index in
      // The first parts take what division leaves over.
      CacheShard(
        maximumCount: max(0, maximumCount) / shardCount
          + (index < max(0, maximumCount) % shardCount ? 1 : 0),
        maximumByteCount: max(0, maximumByteCount) / shardCount)
    }
  }

  /// What the cache has been doing.
  public var statistics: Statistics {
    shards.reduce(into: Statistics()) { sum, shard in
      let part = shard.statistics
      sum.hits += part.hits
      sum.misses += part.misses
      sum.evictions += part.evictions
      sum.expirations += part.expirations
      sum.count += part.count
      sum.byteCount += part.byteCount
    }
  }

  /// Forgets everything.
  public func removeAll() {
    for shard in shards { shard.removeAll() }
  }

  /// A token that the source's verifiers accepted before and still would.
  func find(
    _ digest: ByteDigest, at now: NumericDate, for source: any VerifierSource
  ) -> AcceptedBearer? {
    // A shard taken out of the array would be counted, by all threads at one place.
    let found = unsafe shards.withUnsafeBufferPointer { unsafe $0[shardIndex(digest)].find(digest) }
    guard let entry = found else { return nil }
    guard source.isCurrent(entry.generation, at: now), !entry.accepted.window.isOver(at: now)
    else {
      shards[shardIndex(digest)].remove(entry, digest)
      return nil
    }
    // A token from before its time is not forgotten: the clock may have been set back for a moment.
    guard entry.accepted.window.contains(now) else {
      shards[shardIndex(digest)].countMiss()
      return nil
    }
    return entry.accepted
  }

  /// Remembers a token.
  func insert(
    _ accepted: AcceptedBearer, _ digest: ByteDigest, _ generation: VerifierGeneration,
    at now: NumericDate
  ) {
    shards[shardIndex(digest)].insert(CacheEntry(accepted, generation), digest)
  }

  private func shardIndex(_ digest: ByteDigest) -> Int {
    // Of the number the table uses other bits.
    Int(digest.prefix >> 60) & (shards.count - 1)
  }
}
