/// Finds a repeated name among the members of one large object.
///
/// Up to `linearLimit` members each name is compared with those before it as it is read. Beyond
/// that comparing all pairs would be quadratic in what a sender chooses, and a hash table can be
/// flooded, so the names are sorted: n log n comparisons whatever they hold.
enum DuplicateNames {
  static let linearLimit = 24

  /// The offset of the earliest name in the text that repeats one before it.
  static func find(in members: [JSONMemberRange], base: UnsafeRawPointer) -> Int? {
    let sorted = members.sorted { a, b in
      let order = unsafe a.compareName(with: b, base: base)
      return order == 0 ? a.name.lowerBound < b.name.lowerBound : order < 0
    }
    var earliest: Int?
    for (previous, member) in zip(sorted, sorted.dropFirst())
    where unsafe member.hasSameName(as: previous, base: base) {
      earliest = min(earliest ?? .max, member.name.lowerBound)
    }
    return earliest
  }
}

/// Tells of most names at once that no name before was the same.
///
/// A set of 64 bits, of which each name picks one: a bit that is not set proves that the name is new;
/// one that is set proves nothing, and names have to be compared.
struct NameFilter {
  private(set) var bits: UInt64 = 0

  /// Notes a name; `false` if no name that was noted before can be the same.
  @inline(__always)
  mutating func mayHold(first: UInt8, last: UInt8, count: Int, isEscaped: Bool) -> Bool {
    // An escaped name can be the same as one that looks different: nothing is proven from here on.
    if isEscaped { bits = .max }
    // The factors that tell most names of the usual claims sets apart.
    let bit: UInt64 =
      1 &<< UInt64(truncatingIfNeeded: Int(first) &+ Int(last) &* 59 &+ count &* 19)
    let isNew = bits & bit == 0
    bits |= bit
    return !isNew
  }
}
