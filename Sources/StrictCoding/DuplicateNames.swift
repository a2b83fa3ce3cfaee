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
