package import JOSE

/// Times of tokens in words.
package enum ShownTime {
  /// RFC 3339 in UTC, with a fraction only where the time has one.
  package static func utc(_ date: NumericDate) -> String {
    CivilDate(secondsSinceEpoch: date.seconds).rfc3339(nanoseconds: Int(date.nanoseconds))
  }

  /// From an earlier time to a later one: `3 min 5 s`.
  static func distance(_ earlier: NumericDate, _ later: NumericDate) -> String {
    DurationText.words(later.seconds(since: earlier))
  }

  /// How long ago an earlier time was.
  static func ago(_ earlier: NumericDate, _ now: NumericDate) -> String {
    now.seconds(since: earlier) == 0 ? "just now" : "\(distance(earlier, now)) ago"
  }

  /// A length of time and the limit it exceeds, in seconds where rounding would make them alike.
  static func exceeding(_ seconds: Int64, _ limit: Int64) -> (length: String, limit: String) {
    let words = (DurationText.words(seconds), DurationText.words(limit))
    let areAlike = words.0.utf8.elementsEqual(words.1.utf8)
    return areAlike ? ("\(seconds) s", "\(limit) s") : words
  }
}
