/// Reads a NumericDate claim (RFC 7519 §2): a JSON number of seconds, nothing else.
package enum TimeClaim {
  /// From here on a number of seconds is beyond the year 33 658, while as milliseconds it is a date
  /// of our days: somebody forgot to divide.
  private static let firstMilliseconds: Int64 = 1_000_000_000_000
  /// From here on it is no sensible date in milliseconds either.
  private static let firstNonsense: Int64 = 100_000_000_000_000

  /// Whether a number of seconds can be a time.
  static func isPlausible(_ seconds: Int64) -> Bool {
    seconds < firstMilliseconds && seconds > -firstMilliseconds
  }

  /// The time that the value of a claim stands for.
  ///
  /// - Throws: `ClaimFailure` if the value is no number, or none that can be a time.
  package static func read(
    _ value: JSONValue, claim: String
  ) throws(ClaimFailure) -> NumericDate {
    let date: NumericDate
    if let seconds = value.plainInteger {
      date = NumericDate(seconds: seconds)
    } else {
      guard let number = value.number else {
        throw .wrongType(claim: claim, expected: [.number], found: value.kind)
      }
      guard let exact = NumericDate(number) else { throw .outOfRange(claim: claim) }
      date = exact
    }
    if !isPlausible(date.seconds) {
      guard date.seconds > 0, date.seconds < firstNonsense else { throw .outOfRange(claim: claim) }
      throw .milliseconds(claim: claim, value: date)
    }
    return date
  }
}
