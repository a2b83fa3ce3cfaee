/// Finds repeated tokens and identifiers among the last ones, in memory that does not grow.
///
/// Fingerprints of 64 bits are kept in two tables. When the newer one is full it becomes the older,
/// and the older is forgotten: a repetition is found if at most `capacity` other tokens lie between,
/// and often if more do.
package struct RepeatWindow: Sendable {
  /// How many tokens are remembered at least, unless somebody says otherwise.
  package static let capacity = 786_432

  /// How many places are read at a time.
  private static let groupSize = 64

  private let capacity: Int
  private var tokens: Generations
  private var identifiers: Generations

  /// Nothing seen yet.
  package init(capacity: Int = capacity) {
    self.capacity = capacity
    tokens = Generations(capacity)
    identifiers = Generations(capacity)
  }

  /// Counts the repetitions of one part; parts must come in their order.
  package mutating func count(_ fingerprints: [ChunkAuditor.Fingerprint], in tally: inout Tally) {
    var start = 0
    while start < fingerprints.count {
      let group = fingerprints[start..<min(start + Self.groupSize, fingerprints.count)]
      tokens.touch(group.lazy.map(\.token))
      identifiers.touch(group.lazy.map(\.identifier))
      for fingerprint in group {
        // Both tables know what the last tokens brought, repeated or not. If one forgot it before the
        // other, a token that comes again would be another one with the same identifier.
        let isNew = tokens.insert(fingerprint.token)
        let hasNewIdentifier =
          fingerprint.identifier == 0 || identifiers.insert(fingerprint.identifier | 1)
        if !isNew {
          tally.repeatedTokens += 1
        } else if !hasNewIdentifier {
          tally.repeatedIDs += 1
        }
        if tokens.count == capacity {
          tokens.turn()
          identifiers.turn()
        }
      }
      start += Self.groupSize
    }
  }

  private struct Generations: Sendable {
    private var newer: [UInt64] = []
    private var older: [UInt64] = []
    /// How many the newer table has.
    private(set) var count = 0
    /// A power of two, of which three quarters are filled at most.
    private let slotCount: Int
    /// Nothing that counts: without a use the compiler would leave the reading out.
    private var touched: UInt64 = 0

    init(_ capacity: Int) {
      var slotCount = 4
      while slotCount / 4 * 3 < capacity { slotCount *= 2 }
      self.slotCount = slotCount
    }

    /// Reads where the fingerprints belong. Their places are far from each other and from the
    /// processor; one after the other they are waited for together, while the decisions of `insert`
    /// make each wait alone.
    mutating func touch(_ group: some Sequence<UInt64>) {
      for table in [newer, older] where !table.isEmpty {
        for fingerprint in group { touched |= table[home(of: fingerprint)] }
      }
    }

    /// - Returns: whether the fingerprint, which is not 0, was not there.
    mutating func insert(_ fingerprint: UInt64) -> Bool {
      if newer.isEmpty { newer = [UInt64](repeating: 0, count: slotCount) }
      let slot = place(of: fingerprint, in: newer)
      guard newer[slot] == 0 else { return false }
      let isOlder = !older.isEmpty && older[place(of: fingerprint, in: older)] != 0
      newer[slot] = fingerprint
      count += 1
      return !isOlder
    }

    /// Forgets the older ones.
    mutating func turn() {
      swap(&newer, &older)
      // The memory of the forgotten ones is used again.
      for index in newer.indices { newer[index] = 0 }
      count = 0
    }

    /// Where the search for a fingerprint begins.
    private func home(of fingerprint: UInt64) -> Int {
      // Every fingerprint ends in the same bit.
      Int(truncatingIfNeeded: fingerprint >> 32) & (slotCount - 1)
    }

    /// The place of a fingerprint, or the free one that it would get.
    private func place(of fingerprint: UInt64, in table: [UInt64]) -> Int {
      var slot = home(of: fingerprint)
      while table[slot] != 0, table[slot] != fingerprint { slot = (slot + 1) & (slotCount - 1) }
      return slot
    }
  }
}
