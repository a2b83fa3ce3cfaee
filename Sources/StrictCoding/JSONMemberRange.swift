/// Where one member of an object lies in the text: 16 bytes, so that the members of a usual claims
/// set fill four cache lines.
struct JSONMemberRange: Sendable {
  private let nameStart: UInt32
  /// The top bit says whether the name holds escape sequences; offsets stay below 2^30.
  private let nameEndAndFlag: UInt32
  /// The top bit says whether the value is a string with escape sequences.
  private var valueStartAndFlag: UInt32
  private var valueEnd: UInt32 = 0

  private static let escapeFlag: UInt32 = 0x8000_0000

  /// A member whose value begins at an offset and is not read yet.
  @inline(__always)
  init(nameStart: Int, nameEnd: Int, isEscaped: Bool, valueStart: Int) {
    self.nameStart = UInt32(truncatingIfNeeded: nameStart)
    nameEndAndFlag = UInt32(truncatingIfNeeded: nameEnd) | (isEscaped ? Self.escapeFlag : 0)
    valueStartAndFlag = UInt32(truncatingIfNeeded: valueStart)
  }

  /// Says that the value is a string with escape sequences.
  @inline(__always)
  mutating func setValueEscaped() { valueStartAndFlag |= Self.escapeFlag }

  /// Says where the value ends.
  @inline(__always)
  mutating func endValue(_ end: Int) {
    valueEnd = UInt32(truncatingIfNeeded: end)
  }

  /// Two words of something else in the form of a member.
  @inline(__always)
  init(word first: UInt64, _ second: UInt64) {
    nameStart = UInt32(truncatingIfNeeded: first)
    nameEndAndFlag = UInt32(truncatingIfNeeded: first >> 32)
    valueStartAndFlag = UInt32(truncatingIfNeeded: second)
    valueEnd = UInt32(truncatingIfNeeded: second >> 32)
  }

  /// The two words again.
  @inline(__always)
  var words: (UInt64, UInt64) {
    (
      UInt64(nameStart) | UInt64(nameEndAndFlag) << 32,
      UInt64(valueStartAndFlag) | UInt64(valueEnd) << 32
    )
  }

  /// What a member takes where lists are kept as bytes.
  static let byteCount = 16

  /// Reads a member out of such a list.
  @inline(__always)
  init(at offset: Int, in bytes: RawSpan) {
    self = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: JSONMemberRange.self)
  }

  /// The characters of the name, between its quotes.
  var name: Range<Int> { Int(nameStart)..<Int(nameEndAndFlag & ~Self.escapeFlag) }
  var isNameEscaped: Bool { nameEndAndFlag & Self.escapeFlag != 0 }
  var value: Range<Int> { Int(valueStartAndFlag & ~Self.escapeFlag)..<Int(valueEnd) }
  var isValueEscaped: Bool { valueStartAndFlag & Self.escapeFlag != 0 }
  var nameCount: Int { Int(nameEndAndFlag & ~Self.escapeFlag &- nameStart) }

  /// The name, which must have three bytes, packed with the first byte lowest.
  @inline(__always)
  func nameOfThree(in text: [UInt8], base: Int) -> UInt32 {
    let start = Int(nameStart) &+ base
    // Four bytes at once: the fourth is the quote behind the name.
    let four = unsafe text.span.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt32.self)
    return UInt32(littleEndian: four) & 0xFF_FFFF
  }

  /// Whether two names are the same sequence of bytes after unescaping.
  @inline(__always)
  func hasSameName(as other: JSONMemberRange, base: UnsafeRawPointer) -> Bool {
    if (nameEndAndFlag | other.nameEndAndFlag) & Self.escapeFlag == 0 {
      return nameCount == other.nameCount
        && (unsafe Self.areEqual(base + Int(nameStart), base + Int(other.nameStart), nameCount))
    }
    return unsafe compareName(with: other, base: base) == 0
  }

  @inline(__always)
  private static func areEqual(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: Int) -> Bool {
    for index in 0..<count
    where unsafe a.load(fromByteOffset: index, as: UInt8.self)
      != b.load(fromByteOffset: index, as: UInt8.self)
    {
      return false
    }
    return true
  }

  /// Orders two names by their unescaped bytes: negative, zero or positive.
  func compareName(with other: JSONMemberRange, base: UnsafeRawPointer) -> Int {
    var mine = unsafe JSONStringBytes(
      UnsafeRawBufferPointer(start: base + name.lowerBound, count: name.count))
    var others = unsafe JSONStringBytes(
      UnsafeRawBufferPointer(start: base + other.name.lowerBound, count: other.name.count))
    while true {
      switch (mine.next(), others.next()) {
      case (nil, nil): return 0
      case (nil, _): return -1
      case (_, nil): return 1
      case (let a?, let b?) where a != b: return Int(a) - Int(b)
      default: continue
      }
    }
  }
}
