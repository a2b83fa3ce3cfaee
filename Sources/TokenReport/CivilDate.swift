/// A moment as a calendar date and time of day in UTC, to the second.
///
/// The proleptic Gregorian calendar in pure integer arithmetic: tokens carry seconds since 1970,
/// people read dates, and neither direction may depend on a time zone, a locale or libc.
package struct CivilDate: Equatable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z without leap seconds, negative before.
  package let secondsSinceEpoch: Int64
  /// The year; 0 is the year before 1, as in ISO 8601.
  package let year: Int64
  /// The month, 1...12.
  package let month: Int
  /// The day of the month, 1...31.
  package let day: Int
  /// The hour, 0...23.
  package let hour: Int
  /// The minute, 0...59.
  package let minute: Int
  /// The second, 0...59.
  package let second: Int

  /// The date of any number of seconds since 1970, the extremes of `Int64` included.
  package init(secondsSinceEpoch: Int64) {
    let secondOfDay = Self.modulo(secondsSinceEpoch, 86_400)
    let days = Self.floorDivide(secondsSinceEpoch, 86_400)
    let date = Self.date(ofDay: days)
    self.secondsSinceEpoch = secondsSinceEpoch
    year = date.year
    month = date.month
    day = date.day
    hour = Int(secondOfDay / 3600)
    minute = Int(secondOfDay / 60 % 60)
    second = Int(secondOfDay % 60)
  }

  /// The moment of a calendar date, `nil` when there is no such date or time of day.
  ///
  /// Years are limited to 0...9999, which is what RFC 3339 can write.
  package init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    guard 0...9999 ~= year, 1...12 ~= month,
      1...Self.days(inMonth: month, ofYear: year) ~= day,
      0...23 ~= hour, 0...59 ~= minute, 0...59 ~= second
    else { return nil }
    let days = Self.day(ofYear: Int64(year), month: Int64(month), day: Int64(day))
    secondsSinceEpoch = days * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.year = Int64(year)
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// The number of days of a month, 0 when the month is not in 1...12.
  package static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 0
    }
  }

  /// RFC 3339 in UTC, such as `2026-01-02T03:04:05Z`.
  ///
  /// A year that four digits cannot hold is written with its sign, as ISO 8601 does for expanded
  /// years: `+12026-01-02T03:04:05Z`. A token may hold any number, and it has to be shown.
  package var rfc3339: String {
    rfc3339(nanoseconds: 0)
  }

  /// RFC 3339 in UTC, with as many digits of a fraction as it takes.
  ///
  /// - Parameter nanoseconds: what the moment lies behind the second, 0...999 999 999.
  package func rfc3339(nanoseconds: Int) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(40)
    func append(_ sign: Unicode.Scalar, _ number: Int) {
      text.append(UInt8(ascii: sign))
      Self.append(UInt64(number), digits: 2, to: &text)
    }
    if year < 0 { text.append(UInt8(ascii: "-")) }
    if year > 9999 { text.append(UInt8(ascii: "+")) }
    Self.append(year.magnitude, digits: 4, to: &text)
    append("-", month)
    append("-", day)
    append("T", hour)
    append(":", minute)
    append(":", second)
    if nanoseconds != 0 {
      text.append(UInt8(ascii: "."))
      var (fraction, digits) = (UInt64(nanoseconds), 9)
      while fraction % 10 == 0 { (fraction, digits) = (fraction / 10, digits - 1) }
      Self.append(fraction, digits: digits, to: &text)
    }
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends a number with at least so many digits.
  private static func append(_ number: UInt64, digits: Int, to text: inout [UInt8]) {
    if digits > 1 || number > 9 { append(number / 10, digits: digits - 1, to: &text) }
    text.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  // The arithmetic counts in eras of 400 years (146 097 days) that begin on 1 March, so that the
  // leap day is the last day of its year and months follow one linear rule.

  /// Days before 1970-01-01 in the era that begins on 0000-03-01.
  private static let daysBeforeEpoch: Int64 = 719_468

  private static func date(ofDay days: Int64) -> (year: Int64, month: Int, day: Int) {
    let shifted = days + daysBeforeEpoch
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), Int(month), Int(day))
  }

  private static func day(ofYear year: Int64, month: Int64, day: Int64) -> Int64 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = floorDivide(marchYear, 400)
    let yearOfEra = marchYear - era * 400
    let marchMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - daysBeforeEpoch
  }

  private static func floorDivide(_ number: Int64, _ divisor: Int64) -> Int64 {
    number / divisor - (number % divisor < 0 ? 1 : 0)
  }

  private static func modulo(_ number: Int64, _ divisor: Int64) -> Int64 {
    let rest = number % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
