/// A JSON number as it was written: no digit is lost, whatever its size.
///
/// A number becomes a machine number only when somebody asks, and then exactly or not at all
/// (RFC 8259 §6 sets no range, RFC 7519 §2 lets a NumericDate have a fraction).
public struct JSONNumber: Sendable {
  /// The characters of the number, exactly as in the text.
  public let text: String

  private let isNegative: Bool
  /// The digits without leading and trailing zeros; empty for zero.
  private let digits: [UInt8]
  /// The power of ten of the last digit: the value is ±digits × 10^exponent.
  private let exponent: Int

  /// Far beyond any number that fits a machine type, and far from overflow in the arithmetic here.
  private static let exponentLimit = 1 << 40

  /// Reads a number that the scanner has accepted.
  init(scanned text: Span<UInt8>) {
    var characters: [UInt8] = []
    characters.reserveCapacity(text.count)
    for index in text.indices { characters.append(text[index]) }
    self.text = String(decoding: characters, as: UTF8.self)

    var rest = characters[...]
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    let mantissaEnd = rest.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? rest.endIndex
    var exponent = Self.readExponent(rest[mantissaEnd...].dropFirst())
    let mantissa = rest[..<mantissaEnd]
    if let point = mantissa.firstIndex(of: UInt8(ascii: ".")) {
      exponent -= mantissa.endIndex - point - 1
    }
    var digits = mantissa.filter(isDigit)[...]
    digits = digits.drop { $0 == UInt8(ascii: "0") }
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    self.digits = Array(digits)
    self.exponent = digits.isEmpty ? 0 : exponent
  }

  private static func readExponent(_ text: ArraySlice<UInt8>) -> Int {
    var value = 0
    for byte in text where isDigit(byte) {
      value = min(value * 10 + Int(byte - UInt8(ascii: "0")), exponentLimit)
    }
    return text.first == UInt8(ascii: "-") ? -value : value
  }

  /// Whether the value is a whole number, however it is written: `1`, `1.0` and `10e-1` are.
  public var isInteger: Bool { exponent >= 0 }

  /// The value as a whole number, or `nil` if it is none or does not fit.
  public func integer<Integer: FixedWidthInteger>(as type: Integer.Type = Int64.self) -> Integer? {
    guard isInteger, exponent <= 64 else { return nil }
    return Self.accumulate(digits[...], zeros: exponent, isNegative: isNegative)
  }

  /// The value as the nearest double-precision number, or `nil` if it is too large for one.
  public var double: Double? {
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// The largest whole number of seconds not above the value, and the billionths beyond it.
  ///
  /// What lies below a billionth is cut off towards minus infinity. `nil` if the whole part does
  /// not fit.
  package var flooredToNanoseconds: (whole: Int64, nanoseconds: Int32)? {
    if isInteger { return integer().map { ($0, 0) } }
    // |value| < 1 with that many leading zeros is nothing in billionths.
    let wholeCount = max(0, digits.count + exponent)
    guard
      let whole: Int64 = Self.accumulate(digits[..<wholeCount], zeros: 0, isNegative: isNegative)
    else { return nil }
    let leadingZeros = max(0, -(digits.count + exponent))
    var nanoseconds: Int32 = 0
    for place in 0..<9 {
      let index = wholeCount + place - leadingZeros
      let digit = place >= leadingZeros && index < digits.count ? digits[index] & 15 : 0
      nanoseconds = nanoseconds * 10 + Int32(digit)
    }
    guard isNegative else { return (whole, nanoseconds) }
    // Rounding is towards minus infinity on both sides of zero: -0.25 is -1 + 750 000 000 billionths.
    // There are no trailing zeros, so a tenth decimal place means that something was cut off.
    let below = nanoseconds + (exponent < -9 ? 1 : 0)
    if below == 0 { return (whole, 0) }
    let (floor, overflow) = whole.subtractingReportingOverflow(1)
    return overflow ? nil : (floor, 1_000_000_000 - below)
  }

  private static func accumulate<Integer: FixedWidthInteger>(
    _ digits: ArraySlice<UInt8>, zeros: Int, isNegative: Bool
  ) -> Integer? {
    var value: Integer = 0
    for place in 0..<digits.count + (digits.isEmpty ? 0 : zeros) {
      let digit = place < digits.count ? digits[digits.startIndex + place] & 15 : 0
      let (scaled, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (next, carried) =
        isNegative
        ? scaled.subtractingReportingOverflow(Integer(digit))
        : scaled.addingReportingOverflow(Integer(digit))
      if overflowed || carried { return nil }
      value = next
    }
    return value
  }
}

extension JSONNumber: Hashable {
  /// Numbers are equal if their values are: `1`, `1.0` and `1e0` are the same number.
  public static func == (a: JSONNumber, b: JSONNumber) -> Bool {
    a.digits == b.digits && a.exponent == b.exponent
      && (a.isNegative == b.isNegative || a.digits.isEmpty)
  }

  /// The same for numbers that are equal.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(digits)
    hasher.combine(exponent)
  }
}
