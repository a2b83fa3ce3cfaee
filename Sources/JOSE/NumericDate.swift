public import StrictCoding

/// A point in time as RFC 7519 §2 writes it: seconds since 1970-01-01T00:00:00Z, leap seconds not
/// counted, with a fraction down to billionths.
///
/// Arithmetic saturates at the ends of the range instead of trapping: a token may claim any number.
public struct NumericDate: Sendable, Hashable {
  /// Whole seconds, rounded towards minus infinity.
  public let seconds: Int64
  /// Billionths of a second beyond `seconds`, 0 to 999 999 999.
  public let nanoseconds: Int32

  /// A whole number of seconds since 1970.
  public init(seconds: Int64) {
    self.init(seconds: seconds, nanoseconds: 0)
  }

  /// Seconds since 1970 and billionths beyond them; billionths outside 0 to 999 999 999 are clamped.
  public init(seconds: Int64, nanoseconds: Int32) {
    self.seconds = seconds
    self.nanoseconds = min(max(0, nanoseconds), 999_999_999)
  }

  /// Seconds since 1970 as other libraries keep them, such as Foundation's `timeIntervalSince1970`.
  ///
  /// `nil` for what is no time: infinities, not-a-number, and values beyond 64 bits.
  public init?(secondsSince1970 seconds: Double) {
    let whole = seconds.rounded(.down)
    guard let exact = Int64(exactly: whole) else { return nil }
    self.init(seconds: exact, nanoseconds: Int32(((seconds - whole) * 1e9).rounded(.down)))
  }

  /// The value of a JSON number; `nil` if it does not fit in 64 bits.
  public init?(_ number: JSONNumber) {
    guard let (seconds, nanoseconds) = number.flooredToNanoseconds else { return nil }
    self.init(seconds: seconds, nanoseconds: nanoseconds)
  }

  /// The time so many whole seconds later (or, if negative, earlier); saturates.
  public func advanced(bySeconds offset: Int64) -> NumericDate {
    let (sum, overflow) = seconds.addingReportingOverflow(offset)
    if overflow { return offset > 0 ? .distantFuture : .distantPast }
    return NumericDate(seconds: sum, nanoseconds: nanoseconds)
  }

  /// Whole seconds from another time until this one, rounded towards minus infinity; saturates.
  public func seconds(since other: NumericDate) -> Int64 {
    let (difference, overflow) = seconds.subtractingReportingOverflow(other.seconds)
    if overflow { return seconds > other.seconds ? .max : .min }
    return nanoseconds < other.nanoseconds && difference > .min ? difference - 1 : difference
  }

  /// The last time that can be told.
  public static let distantFuture = NumericDate(seconds: .max, nanoseconds: 999_999_999)
  /// The first time that can be told.
  public static let distantPast = NumericDate(seconds: .min)
}

extension NumericDate: Comparable {
  /// Orders by time.
  public static func < (a: NumericDate, b: NumericDate) -> Bool {
    a.seconds == b.seconds ? a.nanoseconds < b.nanoseconds : a.seconds < b.seconds
  }
}

extension NumericDate: Decodable {
  /// Reads a whole number of seconds; a claims set's own decoder also reads fractions, exactly.
  public init(from decoder: any Decoder) throws {
    self.init(seconds: try decoder.singleValueContainer().decode(Int64.self))
  }
}
