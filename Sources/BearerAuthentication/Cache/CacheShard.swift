import JWTValidation
import Synchronization

/// A part of the cache behind a lock of its own.
///
/// The lock is held for finding and moving an entry, never while anything is computed.
final class CacheShard: Sendable {
  private let state: Mutex<State>
  private let maximumCount: Int
  private let maximumByteCount: Int

  private struct State: Sendable {
    var entries = RecentEntries()
    var statistics = TokenCache.Statistics()
  }

  init(maximumCount: Int, maximumByteCount: Int) {
    self.maximumCount = maximumCount
    self.maximumByteCount = maximumByteCount
    state = Mutex(State())
  }

  var statistics: TokenCache.Statistics {
    state.withLock { state in
      var statistics = state.statistics
      statistics.count = state.entries.count
      statistics.byteCount = state.entries.byteCount
      return statistics
    }
  }

  func removeAll() {
    let old = state.withLock { state in
      let old = state.entries
      state.entries = RecentEntries()
      return old
    }
    // Freed here, where nobody waits for it.
    _ = old
  }

  /// Finds an entry, which becomes the one used last, and counts.
  func find(_ digest: ByteDigest) -> CacheEntry? {
    state.withLock { state in
      let entry = state.entries.use(digest)
      if entry == nil { state.statistics.misses += 1 } else { state.statistics.hits += 1 }
      return entry
    }
  }

  /// Takes an entry out that was counted as a hit but counts no longer.
  func remove(_ entry: CacheEntry, _ digest: ByteDigest) {
    let old = state.withLock { state in
      state.statistics.hits -= 1
      state.statistics.misses += 1
      // Another thread may have put a newer one in its place.
      guard let found = state.entries.use(digest), found === entry else {
        return nil as CacheEntry?
      }
      state.statistics.expirations += 1
      return state.entries.remove(digest)
    }
    _ = old
  }

  /// Counts a hit as the miss that it turned out to be.
  func countMiss() {
    state.withLock { state in
      state.statistics.hits -= 1
      state.statistics.misses += 1
    }
  }

  /// Puts an entry in the place of one of the same digest, and makes room.
  func insert(_ entry: CacheEntry, _ digest: ByteDigest) {
    guard maximumCount > 0, entry.byteCount <= maximumByteCount else { return }
    let old = state.withLock { state in
      var old: [CacheEntry] = []
      if let same = state.entries.remove(digest) { old.append(same) }
      while state.entries.count >= maximumCount
        || state.entries.byteCount + entry.byteCount > maximumByteCount,
        let oldest = state.entries.removeOldest()
      {
        old.append(oldest)
        state.statistics.evictions += 1
      }
      state.entries.insert(entry, digest)
      return old
    }
    _ = old
  }
}
