import TokenReport

/// A moment given on the command line: RFC 3339 or seconds since 1970.
package struct TimeArgument: Equatable, Sendable {
  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
  package let seconds: Int64
  /// Nanoseconds after `seconds`, 0...999 999 999.
  package let nanoseconds: Int32

  /// Names a moment by its parts.
  package init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Reads a TIME.
  ///
  /// RFC 3339 §5.6 with `T`, `t` or a space between date and time, and at most nine digits of
  /// fraction. A leap second (`23:59:60` in UTC) counts as the second after it, as POSIX time has
  /// no place for it. Or epoch seconds, whole or with a fraction, negative before 1970.
  ///
  /// - Throws: `ValueProblem` saying what was expected.
  package init(_ text: String) throws(ValueProblem) {
    let bytes = text[...].utf8
    let isNegative = bytes.first == UInt8(ascii: "-")
    let digits = isNegative ? bytes.dropFirst() : bytes
    if digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: ".") })
    {
      self = try Self.epochSeconds(digits, isNegative: isNegative, text)
    } else {
      self = try RFC3339Time(text).moment
    }
  }

  private static func epochSeconds(
    _ digits: Substring.UTF8View, isNegative: Bool, _ text: String
  ) throws(ValueProblem) -> TimeArgument {
    let wholeDigits = digits.prefix { $0 != UInt8(ascii: ".") }.count
    // Twelve digits of seconds reach the year 33658; thirteen digits of milliseconds are today.
    guard wholeDigits <= 12 else {
      let unit = wholeDigits <= 15 ? "milliseconds" : "micro- or nanoseconds"
      throw ValueProblem(
        "\(ShownText.quoted(text)) looks like \(unit)",
        hint: "give whole seconds since 1970 (10 digits today) or 2026-01-02T03:04:05Z")
    }
    guard let number = DecimalDigits(digits) else { throw RFC3339Time.notATime(text) }
    guard isNegative else {
      return TimeArgument(seconds: number.whole, nanoseconds: number.billionths)
    }
    return number.billionths == 0
      ? TimeArgument(seconds: -number.whole)
      : TimeArgument(seconds: -number.whole - 1, nanoseconds: 1_000_000_000 - number.billionths)
  }
}
