/// What a scanner knows of the object or array that it is in.
///
/// While something inside of it is scanned it is kept among the members, as a record like theirs.
struct JSONScope {
  let isObject: Bool
  /// The position of its first member.
  let first: Int
  var names: NameFilter

  /// Outside of everything.
  init() {
    self.init(isObject: false, first: 0)
  }

  @inline(__always)
  init(isObject: Bool, first: Int) {
    self.isObject = isObject
    self.first = first
    names = NameFilter()
  }

  @inline(__always)
  var closingBracket: UInt8 { isObject ? UInt8(ascii: "}") : UInt8(ascii: "]") }

  /// The record that a scope can be made of again.
  @inline(__always)
  var record: JSONMemberRange {
    JSONMemberRange(word: UInt64(first) << 1 | (isObject ? 1 : 0), names.bits)
  }

  /// Reads a record.
  @inline(__always)
  init(_ record: JSONMemberRange) {
    let (word, bits) = record.words
    isObject = word & 1 == 1
    first = Int(truncatingIfNeeded: word >> 1)
    names = NameFilter(bits: bits)
  }
}
