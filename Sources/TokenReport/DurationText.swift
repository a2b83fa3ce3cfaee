/// A length of time in words, as exact as a reader needs it.
package enum DurationText {
  private static let minute: UInt64 = 60
  private static let hour = 60 * minute
  private static let day = 24 * hour

  /// The two largest units that say something: `47 h 12 min`, `3 min 5 s`, `12 s`, `10 d 3 h`.
  ///
  /// The sign is dropped: whether a moment lies ahead or behind is said in words. Up to three days
  /// are counted in hours, because the windows of tokens are.
  package static func words(_ seconds: Int64) -> String {
    let total = seconds.magnitude
    return switch total {
    case (3 * day)...: words(total / day, "d", total % day / hour, "h")
    case hour...: words(total / hour, "h", total % hour / minute, "min")
    case minute...: words(total / minute, "min", total % minute, "s")
    default: "\(total) s"
    }
  }

  private static func words(
    _ count: UInt64, _ unit: String, _ rest: UInt64, _ smallerUnit: String
  ) -> String {
    rest == 0 ? "\(count) \(unit)" : "\(count) \(unit) \(rest) \(smallerUnit)"
  }
}
