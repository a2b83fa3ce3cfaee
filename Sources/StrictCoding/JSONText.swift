/// Reads parts of a text that the scanner has accepted.
enum JSONText {
  /// The bytes between the quotes of a string, escape sequences resolved.
  static func unescaped(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
    let raw = text[range]
    guard raw.contains(UInt8(ascii: "\\")) else { return Array(raw) }
    return unsafe raw.withUnsafeBytes { bytes in
      var iterator = unsafe JSONStringBytes(bytes)
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      while let byte = iterator.next() { result.append(byte) }
      return result
    }
  }

  /// The text between the quotes of a string, escape sequences resolved.
  static func string(_ text: [UInt8], _ range: Range<Int>) -> String {
    guard text.span.extracting(range).firstOffset(of: UInt8(ascii: "\\"), from: 0) != nil else {
      return String(decoding: text[range], as: UTF8.self)
    }
    return String(decoding: unescaped(text, range), as: UTF8.self)
  }

  /// The value of a whole number of at most 18 digits without fraction or exponent; `nil` says
  /// nothing about other numbers.
  static func plainInteger(_ text: [UInt8], _ range: Range<Int>) -> Int64? {
    let span = text.span
    guard range.lowerBound < range.upperBound, range.upperBound <= span.count else { return nil }
    var at = range.lowerBound
    let isNegative = unsafe span[unchecked: at] == UInt8(ascii: "-")
    if isNegative { at &+= 1 }
    guard (1...18).contains(range.upperBound &- at) else { return nil }
    var value: Int64 = 0
    while at < range.upperBound {
      let digit = unsafe span[unchecked: at]
      guard isDigit(digit) else { return nil }
      value = value &* 10 &+ Int64(digit &- UInt8(ascii: "0"))
      at &+= 1
    }
    return isNegative ? -value : value
  }

  /// Whether the bytes between the quotes of a string stand for exactly `other`.
  static func isEqual(_ text: [UInt8], _ range: Range<Int>, to other: Span<UInt8>) -> Bool {
    // An escape sequence is longer than what it stands for: a text of the same length stands for
    // `other` only if it is `other` and holds none.
    let raw = text.span.extracting(range)
    guard raw.count > other.count else {
      return raw.isEqual(to: other) && raw.firstOffset(of: UInt8(ascii: "\\"), from: 0) == nil
    }
    return unescaped(text, range).span.isEqual(to: other)
  }
}
