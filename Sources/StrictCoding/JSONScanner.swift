/// The one pass over a JSON text: checks every rule and notes where the members of the outermost
/// object lie.
///
/// Nothing is copied and nothing is allocated but the list of members. Everything else that a
/// caller may ask of a text (a string, a number, a nested object) is read later from the same
/// bytes, and reading relies on the text having passed here.
///
/// Worked example, `{"a":1,"b":{"c":2}}`: entering the object, the name at 2..<3 and the value at
/// 5..<6 become the first member; the name at 8..<9 the second. The nested object pushes its own
/// member `c` above them, finds it has no duplicate, and takes it off again; the second member is
/// then completed with the value 11..<18. At the end two members are left.
@safe
struct JSONScanner: ~Copyable {
  private let base: UnsafeRawPointer
  private let count: Int
  private let maximumDepth: Int
  /// The members of all objects that are open at this moment, the outermost object's first.
  private var members: JSONMemberStack

  /// `base` must point to `count` readable bytes for as long as the scanner lives, and `room` must
  /// live as long.
  init(
    base: UnsafeRawPointer, count: Int, maximumDepth: Int,
    room: UnsafeMutableBufferPointer<JSONMemberRange>
  ) {
    unsafe members = JSONMemberStack(lent: room)
    unsafe self.base = base
    self.count = count
    self.maximumDepth = maximumDepth
  }

  // The only two reads of memory. Callers of `word` have checked that eight bytes are left.

  /// The byte at an offset; 0, which no rule accepts, at the end of the text.
  @inline(__always)
  private func byte(_ at: Int) -> UInt8 {
    at < count ? unsafe base.load(fromByteOffset: at, as: UInt8.self) : 0
  }

  @inline(__always)
  private func word(_ at: Int) -> UInt64 {
    UInt64(littleEndian: unsafe base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// Checks a whole text.
  ///
  /// - Returns: where its value lies, without the white space around it.
  mutating func scanDocument() throws(JSONError) -> Range<Int> {
    let start = skipWhiteSpace(0)
    guard start < count else { throw JSONError(.empty, offset: start) }
    if start == 0, startsWithByteOrderMark() { throw JSONError(.byteOrderMark, offset: 0) }
    let end = try scanValue(start, depth: 0)
    let rest = skipWhiteSpace(end)
    guard rest == count else { throw JSONError(.trailingContent, offset: rest) }
    return start..<end
  }

  /// Checks the object that fills the text.
  mutating func scanMembers() throws(JSONError) {
    _ = try scanObject(0, depth: 1)
  }

  /// The members of the outermost object, when it has been scanned.
  var outermostMembers: [JSONMemberRange] { members.all }

  /// The same for a scanner that is done.
  consuming func takeMembers() -> JSONMemberStack { members }

  /// Checks the value at an offset and returns the offset behind it.
  private mutating func scanValue(_ start: Int, depth: Int) throws(JSONError) -> Int {
    switch byte(start) {
    case UInt8(ascii: "\""): return try scanString(start + 1).end
    case UInt8(ascii: "{"): return try scanObject(start, depth: depth + 1)
    case UInt8(ascii: "["): return try scanArray(start, depth: depth + 1)
    case UInt8(ascii: "t"): return try scanLiteral("true", start)
    case UInt8(ascii: "f"): return try scanLiteral("false", start)
    case UInt8(ascii: "n"): return try scanLiteral("null", start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try scanNumber(start)
    default: throw unexpected(start, expected: .value)
    }
  }

  private mutating func scanObject(_ start: Int, depth: Int) throws(JSONError) -> Int {
    guard depth <= maximumDepth else {
      throw JSONError(.tooDeep(limit: maximumDepth), offset: start)
    }
    let first = members.count
    var names = NameFilter()
    var at = skipWhiteSpace(start + 1)
    if byte(at) == UInt8(ascii: "}") { return at + 1 }
    while true {
      guard byte(at) == UInt8(ascii: "\"") else { throw unexpected(at, expected: .memberName) }
      let name = try scanString(at + 1)
      let nameRange = at + 1..<name.end - 1
      at = skipWhiteSpace(name.end)
      guard byte(at) == UInt8(ascii: ":") else { throw unexpected(at, expected: .colon) }
      let valueStart = skipWhiteSpace(at + 1)
      let index = members.count
      members.append(JSONMemberRange(name: nameRange, isEscaped: name.isEscaped))
      if names.mayHold(
        first: byte(nameRange.lowerBound), last: byte(name.end - 2), count: nameRange.count,
        isEscaped: name.isEscaped), index - first < DuplicateNames.linearLimit
      {
        try refuseDuplicate(at: index, first: first)
      }
      // Most values are strings, which need no call.
      let valueEnd =
        byte(valueStart) == UInt8(ascii: "\"")
        ? try scanString(valueStart + 1).end : try scanValue(valueStart, depth: depth)
      members[index].setValue(valueStart..<valueEnd)
      at = skipWhiteSpace(valueEnd)
      switch byte(at) {
      case UInt8(ascii: ","): at = skipWhiteSpace(at + 1)
      case UInt8(ascii: "}"):
        try closeObject(first: first, depth: depth)
        return at + 1
      default: throw unexpected(at, expected: .commaOrBrace)
      }
    }
  }

  private mutating func closeObject(first: Int, depth: Int) throws(JSONError) {
    if members.count - first > DuplicateNames.linearLimit,
      let offset = unsafe DuplicateNames.find(in: members.members(from: first), base: base)
    {
      throw JSONError(.duplicateMember, offset: offset)
    }
    if depth > 1 { members.shorten(to: first) }
  }

  /// Compares one name with those before it in the same object; cheap while these are few.
  @inline(__always)
  private func refuseDuplicate(at index: Int, first: Int) throws(JSONError) {
    let member = members[index]
    for other in first..<index
    where unsafe member.hasSameName(as: members[other], base: base) {
      throw JSONError(.duplicateMember, offset: member.name.lowerBound)
    }
  }

  /// Checks the array that fills the text and tells where its elements lie.
  mutating func scanElements(_ note: (Range<Int>) -> Void) throws(JSONError) {
    _ = try scanArray(0, depth: 1, note: note)
  }

  @inline(__always)
  private mutating func scanArray(
    _ start: Int, depth: Int, note: (Range<Int>) -> Void = { _ in }
  ) throws(JSONError) -> Int {
    guard depth <= maximumDepth else {
      throw JSONError(.tooDeep(limit: maximumDepth), offset: start)
    }
    var at = skipWhiteSpace(start + 1)
    if byte(at) == UInt8(ascii: "]") { return at + 1 }
    while true {
      let end = try scanValue(at, depth: depth)
      note(at..<end)
      at = skipWhiteSpace(end)
      switch byte(at) {
      case UInt8(ascii: ","): at = skipWhiteSpace(at + 1)
      case UInt8(ascii: "]"): return at + 1
      default: throw unexpected(at, expected: .commaOrBracket)
      }
    }
  }

  /// Checks a string from behind its opening quote; `end` lies behind the closing one.
  @inline(__always)
  private func scanString(_ start: Int) throws(JSONError) -> (end: Int, isEscaped: Bool) {
    var at = start
    var isEscaped = false
    while true {
      while count &- at >= 8, Self.isPlain(word(at)) { at &+= 8 }
      while at < count, Self.isPlain(byte(at)) { at &+= 1 }
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

  /// Whether none of eight bytes is `"`, `\`, a control character or part of a longer sequence. Borrows
  /// of the subtraction may flag a byte too many but never miss one.
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5C)
    let flags = (quotes &- ones) | (backslashes &- ones) | (word &- (ones &* 0x20)) | word
    return flags & (ones &* 0x80) == 0
  }

  /// The same of one byte. Looking at the last few bytes one by one lets the processor guess ahead, which
  /// computing where among eight the first odd one stands does not.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte &- 0x20 < 0x60
  }

  private func scanEscape(_ start: Int) throws(JSONError) -> Int {
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
  private func scanMultibyte(_ start: Int) throws(JSONError) -> Int {
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
  private func scanNumber(_ start: Int) throws(JSONError) -> Int {
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
    var at = start + 1
    while isDigit(byte(at)) { at &+= 1 }
    return at
  }

  private func scanLiteral(_ literal: StaticString, _ start: Int) throws(JSONError) -> Int {
    for index in 0..<literal.utf8CodeUnitCount
    where unsafe byte(start + index) != literal.utf8Start[index] {
      throw unexpected(start + index, expected: .value)
    }
    return start + literal.utf8CodeUnitCount
  }

  @inline(__always)
  private func skipWhiteSpace(_ start: Int) -> Int {
    var at = start
    // One comparison settles most bytes: white space lies below everything that can follow it.
    while byte(at) <= 0x20, isWhiteSpace(byte(at)) { at &+= 1 }
    return at
  }

  private func startsWithByteOrderMark() -> Bool {
    switch (byte(0), byte(1), byte(2)) {
    case (0xEF, 0xBB, 0xBF), (0xFE, 0xFF, _), (0xFF, 0xFE, _): true
    default: false
    }
  }

  private func unexpected(_ at: Int, expected: JSONError.Expectation) -> JSONError {
    guard at < count else { return JSONError(.unexpectedEnd(expected: expected), offset: count) }
    return JSONError(.unexpectedCharacter(byte(at), expected: expected), offset: at)
  }
}
