import JWTValidation

/// Entries in the order of their last use: a table to find them, and a list through an array whose
/// places are used again.
///
/// ```
/// newest ──▶ [c] ──▶ [a] ──▶ [b] ◀── oldest
/// ```
struct RecentEntries: Sendable {
  private struct Place: Sendable {
    var entry: CacheEntry?
    var digest: ByteDigest
    /// The places of the neighbours; -1 for none.
    var newer: Int
    var older: Int
  }

  private var places: [Place] = []
  private var free: [Int] = []
  private var positions: [ByteDigest: Int] = [:]
  private var newest = -1
  private var oldest = -1
  private(set) var byteCount = 0

  var count: Int { positions.count }

  /// Finds an entry and makes it the newest.
  mutating func use(_ digest: ByteDigest) -> CacheEntry? {
    guard let position = positions[digest] else { return nil }
    if position != newest {
      unlink(position)
      link(position)
    }
    return places[position].entry
  }

  /// Adds an entry as the newest; there must be none of that digest.
  mutating func insert(_ entry: CacheEntry, _ digest: ByteDigest) {
    let place = Place(entry: entry, digest: digest, newer: -1, older: -1)
    let position = free.popLast() ?? places.count
    if position == places.count { places.append(place) } else { places[position] = place }
    positions[digest] = position
    byteCount += entry.byteCount
    link(position)
  }

  /// Takes an entry out.
  mutating func remove(_ digest: ByteDigest) -> CacheEntry? {
    guard let position = positions.removeValue(forKey: digest) else { return nil }
    unlink(position)
    let entry = places[position].entry
    places[position].entry = nil
    free.append(position)
    byteCount -= entry?.byteCount ?? 0
    return entry
  }

  /// Takes the entry out that was not used for longest.
  mutating func removeOldest() -> CacheEntry? {
    oldest < 0 ? nil : remove(places[oldest].digest)
  }

  private mutating func link(_ position: Int) {
    places[position].newer = -1
    places[position].older = newest
    if newest >= 0 { places[newest].newer = position } else { oldest = position }
    newest = position
  }

  private mutating func unlink(_ position: Int) {
    let (newer, older) = (places[position].newer, places[position].older)
    if newer >= 0 { places[newer].older = older } else { newest = older }
    if older >= 0 { places[older].newer = newer } else { oldest = newer }
  }
}
