import StrictCoding

/// Numbers as text, at the end of what is being written: eight digits in one word, since two numbers
/// and a digest stand in the result of every token.
extension OutputSpan<UInt8> {
  /// The most bytes that a number takes, and the rest of its last word.
  static var numberRoom: Int { 28 }

  /// Adds a number as decimal digits.
  mutating func append(decimal value: Int64) {
    if value < 0 { append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let limit: UInt64 = 100_000_000
    guard rest >= limit else { return append(digits: rest, isFirst: true) }
    let last = rest % limit
    rest /= limit
    if rest >= limit {
      append(digits: rest / limit, isFirst: true)
      append(digits: rest % limit, isFirst: false)
    } else {
      append(digits: rest, isFirst: true)
    }
    append(digits: last, isFirst: false)
  }

  /// Adds a number below 100 000 000, with zeros before it unless it is the first of a row.
  private mutating func append(digits value: UInt64, isFirst: Bool) {
    // Halves of four digits, quarters of two, and digits, each in its own part of the word.
    let halves = value / 10_000 | (value % 10_000) << 32
    let hundreds = (halves &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let quarters = hundreds | (halves &- 100 &* hundreds) << 16
    let tens = (quarters &* 103) >> 10 & 0x000F_000F_000F_000F
    let digits = tens | (quarters &- 10 &* tens) << 8
    let zeros = isFirst ? min(7, digits.trailingZeroBitCount / 8) : 0
    append(
      word: (digits | 0x3030_3030_3030_3030) >> (8 * UInt64(zeros)), count: 8 - zeros)
  }

  /// Adds the bytes of a number in the order in which they lie in memory, as sixteen hexadecimal
  /// digits.
  mutating func append(hexadecimal value: UInt64) {
    let bytes = value.littleEndian
    append(word: Self.hexadecimal(bytes & 0xFFFF_FFFF), count: 8)
    append(word: Self.hexadecimal(bytes >> 32), count: 8)
  }

  /// The digits of four bytes, which are spread over the word before.
  private static func hexadecimal(_ value: UInt64) -> UInt64 {
    var word = (value | value << 16) & 0x0000_FFFF_0000_FFFF
    word = (word | word << 8) & 0x00FF_00FF_00FF_00FF
    word = word >> 4 & 0x000F_000F_000F_000F | (word & 0x000F_000F_000F_000F) << 8
    // Six more than a digit above nine sets the bit of 16.
    let letters = (word &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
    return word &+ 0x3030_3030_3030_3030 &+ letters &* 0x27
  }
}
