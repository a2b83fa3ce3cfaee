/// Reads parts of a text that the scanner has accepted.
enum JSONText {
  /// The bytes between the quotes of a string, escape sequences resolved.
  static func unescaped(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
    let raw = text[range]
    guard hasEscape(text.span.extracting(range)) else { return Array(raw) }
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
    string(text, range, isEscaped: hasEscape(text.span.extracting(range)))
  }

  /// The same where the scanner has said whether there are escape sequences.
  static func string(_ text: [UInt8], _ range: Range<Int>, isEscaped: Bool) -> String {
    isEscaped
      ? String(decoding: unescaped(text, range), as: UTF8.self)
      : String(decoding: text[range], as: UTF8.self)
  }

  private static func hasEscape(_ raw: Span<UInt8>) -> Bool {
    raw.firstOffset(of: UInt8(ascii: "\\"), from: 0) != nil
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
    if range.upperBound &- at >= 8 {
      let word = unsafe span.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
      guard let eight = eightDigits(UInt64(littleEndian: word)) else { return nil }
      value = eight
      at &+= 8
    }
    while at < range.upperBound {
      let digit = unsafe span[unchecked: at]
      guard isDigit(digit) else { return nil }
      value = value &* 10 &+ Int64(digit &- UInt8(ascii: "0"))
      at &+= 1
    }
    return isNegative ? -value : value
  }

  /// The number that eight digits stand for, the first of them in the lowest byte; `nil` if one of
  /// the eight is no digit.
  ///
  /// Three steps instead of eight: neighbours become numbers of two digits, these become numbers of
  /// four, and the two of those become one. Worked example: 1 2 3 4 5 6 7 8, then 12 34 56 78, then
  /// 1234 5678, then 12345678.
  @inline(__always)
  private static func eightDigits(_ characters: UInt64) -> Int64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let digits = characters ^ (ones &* 0x30)
    // What is no digit is above nine by now: adding 118 sets the top bit, if it is not set already.
    guard ((digits &+ (ones &* 118)) | digits) & (ones &* 0x80) == 0 else { return nil }
    let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return Int64((fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF)
  }

  /// Whether the bytes between the quotes of a string stand for exactly `other`.
  static func isEqual(_ text: [UInt8], _ range: Range<Int>, to other: Span<UInt8>) -> Bool {
    isEqual(text, range, isEscaped: hasEscape(text.span.extracting(range)), to: other)
  }

  /// The same where the scanner has said whether there are escape sequences.
  @inline(__always)
  static func isEqual(
    _ text: [UInt8], _ range: Range<Int>, isEscaped: Bool, to other: Span<UInt8>
  ) -> Bool {
    isEscaped
      ? unescaped(text, range).span.isEqual(to: other)
      : text.span.extracting(range).isEqual(to: other)
  }
}
