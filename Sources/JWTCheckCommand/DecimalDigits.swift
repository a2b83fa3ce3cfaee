/// A number as people write it: digits, perhaps a point and at most nine more.
struct DecimalDigits: Equatable {
  /// The number of digits before the point.
  let wholeDigits: Int
  /// The whole part.
  let whole: Int64
  /// The part after the point in units of 10⁻⁹, 0...999 999 999.
  let billionths: Int32

  /// Reads a number from text, `nil` when it is none or does not fit.
  init?(_ text: Substring.UTF8View) {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let whole = Self.integer(first) else {
      return nil
    }
    wholeDigits = first.count
    self.whole = whole
    guard parts.count == 2, let last = parts.last else {
      billionths = 0
      return
    }
    guard 1...9 ~= last.count, let fraction = Self.integer(last) else { return nil }
    billionths = (last.count..<9).reduce(Int32(fraction)) { value, _ in value * 10 }
  }

  /// A run of ASCII digits as a number, `nil` when empty, when it holds anything else, or when it
  /// does not fit.
  static func integer(_ digits: Substring.UTF8View) -> Int64? {
    guard !digits.isEmpty else { return nil }
    var value: Int64 = 0
    for digit in digits {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
      guard !overflow, !carry else { return nil }
      value = sum
    }
    return value
  }
}
