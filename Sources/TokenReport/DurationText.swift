/// A length of time in words, as exact as a reader needs it.
package enum DurationText {
  private static let units: [(name: String, seconds: UInt64)] = [
    ("d", 86_400), ("h", 3600), ("min", 60), ("s", 1),
  ]

  /// The two largest units that say something: `47 h 12 min`, `3 min 5 s`, `12 s`, `10 d 3 h`.
  ///
  /// The sign is dropped: whether a moment lies ahead or behind is said in words. Up to three days
  /// are counted in hours, because the windows of tokens are.
  package static func words(_ seconds: Int64) -> String {
    let total = seconds.magnitude
    let usable = total < 3 * 86_400 ? units.dropFirst() : units[...]
    guard let first = usable.firstIndex(where: { total >= $0.seconds }) else { return "0 s" }
    let unit = units[first]
    let words = "\(total / unit.seconds) \(unit.name)"
    guard first + 1 < units.count else { return words }
    let next = units[first + 1]
    let rest = total % unit.seconds / next.seconds
    return rest == 0 ? words : "\(words) \(rest) \(next.name)"
  }
}
