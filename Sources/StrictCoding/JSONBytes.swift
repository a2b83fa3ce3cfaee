/// The bytes of a JSON text, and what a scanner asks about the smallest parts of it: strings, numbers,
/// literals and white space.
///
/// Two words, which a loop keeps in registers.
@safe
struct JSONBytes {
  let base: UnsafeRawPointer
  let count: Int

  /// `base` must point to `count` readable bytes for as long as the value is used.
  init(base: UnsafeRawPointer, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  // The only two reads of memory. Callers of `word` have checked that eight bytes are left.

  /// The byte at an offset; 0, which no rule accepts, at the end of the text.
  @inline(__always)
  func byte(_ at: Int) -> UInt8 {
    at < count ? unsafe base.load(fromByteOffset: at, as: UInt8.self) : 0
  }

  @inline(__always)
  private func word(_ at: Int) -> UInt64 {
    UInt64(littleEndian: unsafe base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// Checks a string from behind its opening quote; `end` lies behind the closing one.
  @inline(__always)
  func scanString(_ start: Int) throws(JSONError) -> (end: Int, isEscaped: Bool) {
    var at = start
    var isEscaped = false
    while true {
      var flags: UInt64 = 0
      while count &- at >= 8 {
        flags = Self.oddBytes(of: word(at))
        if flags != 0 { break }
        at &+= 8
      }
      if flags != 0 {
        at &+= flags.trailingZeroBitCount &>> 3
      } else {
        while at < count, Self.isPlain(byte(at)) { at &+= 1 }
      }
      switch byte(at) {
      case UInt8(ascii: "\""): return (at &+ 1, isEscaped)
      case UInt8(ascii: "\\"):
        isEscaped = true
        at = try scanEscape(at)
      case 0..<0x20:
        throw at < count
          ? JSONError(.controlCharacter(byte(at)), offset: at)
          : JSONError(.unexpectedEnd(expected: .closingQuote), offset: at)
      default: at = try scanMultibyte(at)
      }
    }
  }

  /// The top bits of those of eight bytes that are `"`, `\`, a control character or part of a longer
  /// sequence. The lowest flag is exact; above it borrows of the subtraction may flag a byte too many.
  @inline(__always)
  private static func oddBytes(of word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5C)
    let flags = (quotes &- ones) | (backslashes &- ones) | (word &- (ones &* 0x20)) | word
    return flags & (ones &* 0x80)
  }

  /// The same of one byte, for the last few of a text.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte &- 0x20 < 0x60
  }

  func scanEscape(_ start: Int) throws(JSONError) -> Int {
    switch byte(start + 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return start + 2
    case UInt8(ascii: "u"):
      let unit = try scanHex(start + 2)
      if unit & 0xF800 != 0xD800 { return start + 6 }
      guard unit < 0xDC00, byte(start + 6) == UInt8(ascii: "\\"),
        byte(start + 7) == UInt8(ascii: "u"), try scanHex(start + 8) & 0xFC00 == 0xDC00
      else { throw JSONError(.loneSurrogate, offset: start) }
      return start + 12
    default:
      throw start + 1 < count
        ? JSONError(.invalidEscape, offset: start)
        : JSONError(.unexpectedEnd(expected: .closingQuote), offset: count)
    }
  }

  private func scanHex(_ start: Int) throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for at in start..<start + 4 {
      guard let digit = hexDigitValue(byte(at)) else {
        throw unexpected(at, expected: .hexDigits)
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  /// Checks one sequence of two to four bytes by the table of RFC 3629 §4.
  func scanMultibyte(_ start: Int) throws(JSONError) -> Int {
    func isContinuation(_ at: Int, from low: UInt8 = 0x80, through high: UInt8 = 0xBF) -> Bool {
      byte(at) >= low && byte(at) <= high
    }
    let length: Int
    let isSecondValid: Bool
    switch byte(start) {
    case 0xC2...0xDF: (length, isSecondValid) = (2, isContinuation(start + 1))
    case 0xE0: (length, isSecondValid) = (3, isContinuation(start + 1, from: 0xA0))
    case 0xED: (length, isSecondValid) = (3, isContinuation(start + 1, through: 0x9F))
    case 0xE1...0xEF: (length, isSecondValid) = (3, isContinuation(start + 1))
    case 0xF0: (length, isSecondValid) = (4, isContinuation(start + 1, from: 0x90))
    case 0xF4: (length, isSecondValid) = (4, isContinuation(start + 1, through: 0x8F))
    case 0xF1...0xF3: (length, isSecondValid) = (4, isContinuation(start + 1))
    default: (length, isSecondValid) = (1, false)
    }
    guard isSecondValid, length < 3 || isContinuation(start + 2),
      length < 4 || isContinuation(start + 3)
    else { throw JSONError(.invalidUTF8, offset: start) }
    return start + length
  }

  @inline(__always)
  func scanNumber(_ start: Int) throws(JSONError) -> Int {
    var at = start
    if byte(at) == UInt8(ascii: "-") { at += 1 }
    if byte(at) == UInt8(ascii: "0") {
      at += 1
      if isDigit(byte(at)) { throw JSONError(.leadingZero, offset: at - 1) }
    } else {
      at = try scanDigits(at)
    }
    if byte(at) == UInt8(ascii: ".") { at = try scanDigits(at + 1) }
    if byte(at) | 0x20 == UInt8(ascii: "e") {
      at += 1
      if byte(at) == UInt8(ascii: "+") || byte(at) == UInt8(ascii: "-") { at += 1 }
      at = try scanDigits(at)
    }
    return at
  }

  @inline(__always)
  private func scanDigits(_ start: Int) throws(JSONError) -> Int {
    guard isDigit(byte(start)) else { throw unexpected(start, expected: .digit) }
    var at = start &+ 1
    while isDigit(byte(at)) { at &+= 1 }
    return at
  }

  /// Checks one of the three literal names.
  func scanLiteral(_ start: Int) throws(JSONError) -> Int {
    switch byte(start) {
    case UInt8(ascii: "t"): try scanLiteral("true", start)
    case UInt8(ascii: "f"): try scanLiteral("false", start)
    case UInt8(ascii: "n"): try scanLiteral("null", start)
    default: throw unexpected(start, expected: .value)
    }
  }

  @inline(__always)
  private func scanLiteral(_ literal: StaticString, _ start: Int) throws(JSONError) -> Int {
    for index in 1..<literal.utf8CodeUnitCount
    where unsafe byte(start &+ index) != literal.utf8Start[index] {
      throw unexpected(start + index, expected: .value)
    }
    return start + literal.utf8CodeUnitCount
  }

  @inline(__always)
  func skipWhiteSpace(_ start: Int) -> Int {
    var at = start
    // One comparison settles most bytes: white space lies below everything that can follow it.
    while byte(at) <= 0x20, isWhiteSpace(byte(at)) { at &+= 1 }
    return at
  }

  /// Whether the text begins with U+FEFF in UTF-8 or UTF-16.
  var startsWithByteOrderMark: Bool {
    switch (byte(0), byte(1), byte(2)) {
    case (0xEF, 0xBB, 0xBF), (0xFE, 0xFF, _), (0xFF, 0xFE, _): true
    default: false
    }
  }

  func unexpected(_ at: Int, expected: JSONError.Expectation) -> JSONError {
    guard at < count else { return JSONError(.unexpectedEnd(expected: expected), offset: count) }
    return JSONError(.unexpectedCharacter(byte(at), expected: expected), offset: at)
  }
}
