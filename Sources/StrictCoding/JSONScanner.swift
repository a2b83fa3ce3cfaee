/// The one pass over a JSON text: checks every rule and notes where the members of the outermost
/// object lie.
///
/// Nothing is copied and nothing is allocated but the list of members. Everything else that a
/// caller may ask of a text (a string, a number, a nested object) is read later from the same
/// bytes, and reading relies on the text having passed here.
///
/// Worked example, `{"a":1,"b":{"c":2}}`: the name at 2..<3 and the value at 5..<6 become the first
/// member; the name at 8..<9 begins the second. The nested object notes where it began, pushes its
/// own member `c`, finds it has no duplicate, and takes it off again; the second member is then
/// completed with the value 11..<18. At the end two members are left.
@safe
struct JSONScanner: ~Copyable {
  private let text: JSONBytes
  private let maximumDepth: Int
  /// The members of all objects that are open at this moment, the outermost object's first, and
  /// between them what has to be known of each object or array that something was opened inside of.
  private var members: JSONMemberStack

  /// `base` must point to `count` readable bytes for as long as the scanner lives, and `room` must
  /// live as long.
  init(
    base: UnsafeRawPointer, count: Int, maximumDepth: Int,
    room: UnsafeMutableBufferPointer<JSONMemberRange>
  ) {
    unsafe members = JSONMemberStack(lent: room)
    unsafe text = JSONBytes(base: base, count: count)
    self.maximumDepth = maximumDepth
  }

  /// Checks a whole text.
  ///
  /// - Returns: where its value lies, without the white space around it.
  mutating func scanDocument() throws(JSONError) -> Range<Int> {
    let start = text.skipWhiteSpace(0)
    guard start < text.count else { throw JSONError(.empty, offset: start) }
    if start == 0, text.startsWithByteOrderMark { throw JSONError(.byteOrderMark, offset: 0) }
    let end = try scanValue(start, inside: 0)
    let rest = text.skipWhiteSpace(end)
    guard rest == text.count else { throw JSONError(.trailingContent, offset: rest) }
    return start..<end
  }

  /// Checks the object that fills the text.
  mutating func scanMembers() throws(JSONError) {
    _ = try scanValue(0, inside: 0)
  }

  /// Checks the array that fills the text and tells where its elements lie.
  mutating func scanElements(_ note: (Range<Int>) -> Void) throws(JSONError) {
    var at = text.skipWhiteSpace(1)
    if text.byte(at) == UInt8(ascii: "]") { return }
    while true {
      let end = try scanValue(at, inside: 1)
      note(at..<end)
      members.shorten(to: 0)
      at = text.skipWhiteSpace(end)
      switch text.byte(at) {
      case UInt8(ascii: ","): at = text.skipWhiteSpace(at + 1)
      case UInt8(ascii: "]"): return
      default: throw text.unexpected(at, expected: .commaOrBracket)
      }
    }
  }

  /// The members of the outermost object, when it has been scanned.
  var outermostMembers: [JSONMemberRange] { members.all }

  /// The same for a scanner that is done.
  consuming func takeMembers() -> JSONMemberStack { members }

  /// Checks a value and everything inside it, and returns the offset behind it.
  ///
  /// One loop, not one call for each value inside another: the state stays in registers, and no text
  /// can use up the stack.
  private mutating func scanValue(_ start: Int, inside outerDepth: Int) throws(JSONError) -> Int {
    let text = text
    var at = start
    var depth = 0
    var scope = JSONScope()
    while true {
      if scope.isObject {
        // 1. The name of a member, up to its value.
        guard text.byte(at) == UInt8(ascii: "\"") else {
          throw text.unexpected(at, expected: .memberName)
        }
        let nameStart = at &+ 1
        let name = try text.scanString(nameStart)
        at = text.skipWhiteSpace(name.end)
        guard text.byte(at) == UInt8(ascii: ":") else {
          throw text.unexpected(at, expected: .colon)
        }
        at = text.skipWhiteSpace(at &+ 1)
        let member = JSONMemberRange(
          nameStart: nameStart, nameEnd: name.end &- 1, isEscaped: name.isEscaped, valueStart: at)
        let isMaybeKnown = scope.names.mayHold(
          first: text.byte(nameStart), last: text.byte(name.end &- 2), count: name.end &- nameStart,
          isEscaped: name.isEscaped)
        if isMaybeKnown { try refuseDuplicate(of: member, first: scope.first) }
        members.append(member)
      }
      // 2. A value, or the beginning of one.
      let byte = text.byte(at)
      switch byte {
      case UInt8(ascii: "\""):
        let string = try text.scanString(at &+ 1)
        if string.isEscaped, scope.isObject { members.setLastEscaped() }
        at = string.end
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth &+= 1
        guard outerDepth &+ depth <= maximumDepth else {
          throw JSONError(.tooDeep(limit: maximumDepth), offset: at)
        }
        if depth > 1 { members.append(scope.record) }
        scope = JSONScope(isObject: byte == UInt8(ascii: "{"), first: members.count)
        at = text.skipWhiteSpace(at &+ 1)
        guard text.byte(at) == scope.closingBracket else { continue }
        at = close(&scope, &depth, at)
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): at = try text.scanNumber(at)
      default: at = try text.scanLiteral(at)
      }
      // 3. What follows it: another one, or the end of what it stands in.
      while true {
        guard depth > 0 else { return at }
        if scope.isObject { members.endLast(at) }
        at = text.skipWhiteSpace(at)
        let byte = text.byte(at)
        if byte == UInt8(ascii: ",") { break }
        guard byte == scope.closingBracket else {
          throw text.unexpected(
            at, expected: scope.isObject ? .commaOrBrace : .commaOrBracket)
        }
        if scope.isObject, members.count &- scope.first > DuplicateNames.linearLimit {
          try refuseDuplicates(from: scope.first)
        }
        at = close(&scope, &depth, at)
      }
      at = text.skipWhiteSpace(at &+ 1)
    }
  }

  /// Leaves an object or an array, and returns the offset behind it.
  @inline(__always)
  private mutating func close(_ scope: inout JSONScope, _ depth: inout Int, _ at: Int) -> Int {
    if depth > 1 {
      members.shorten(to: scope.first &- 1)
      scope = JSONScope(members[members.count])
    }
    depth &-= 1
    return at &+ 1
  }

  /// Compares one name with those before it in the same object; cheap while these are few.
  private func refuseDuplicate(of member: JSONMemberRange, first: Int) throws(JSONError) {
    guard members.count &- first < DuplicateNames.linearLimit else { return }
    for other in first..<members.count
    where unsafe member.hasSameName(as: members[other], base: text.base) {
      throw JSONError(.duplicateMember, offset: member.name.lowerBound)
    }
  }

  /// Compares all names of an object that has many.
  private func refuseDuplicates(from first: Int) throws(JSONError) {
    if let offset = unsafe DuplicateNames.find(in: members.members(from: first), base: text.base) {
      throw JSONError(.duplicateMember, offset: offset)
    }
  }
}
