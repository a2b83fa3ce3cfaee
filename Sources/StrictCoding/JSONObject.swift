/// The members of a JSON object, in the order of the text, without duplicates.
///
/// Looking a name up compares bytes after unescaping; no string is made of the names passed over.
public struct JSONObject: Sendable {
  let storage: [UInt8]
  let members: JSONMemberList
  /// What must be added to the members' offsets to get offsets into the text.
  let base: Int
  /// Where the object lies in the text the caller gave, in bytes.
  public let range: Range<Int>

  private init(storage: [UInt8], members: JSONMemberList, base: Int, range: Range<Int>) {
    self.storage = storage
    self.members = members
    self.base = base
    self.range = range
  }

  /// Reads the members of an object inside a text that has been accepted.
  init?(checked storage: [UInt8], range: Range<Int>) {
    let members = try? JSONValue.scanning(storage, range, JSONLimits.deepest) {
      (scanner: inout JSONScanner) throws(JSONError) in
      try scanner.scanMembers()
      return scanner.outermostMembers
    }
    guard let members else { return nil }
    self.init(
      storage: storage, members: JSONMemberList(members), base: range.lowerBound, range: range)
  }

  /// Makes a view of what an outline was made of.
  @inline(__always)
  package init(_ text: [UInt8], _ outline: JSONOutline) {
    self.init(
      storage: text, members: outline.members, base: outline.base, range: outline.range)
  }

  /// Reads a text whose value is an object, in one pass; `nil` if its value is something else.
  ///
  /// Only the bytes of `part` are the text; what lies around them is kept but not read.
  ///
  /// - Throws: `JSONError` with the offset, within the part, of the first byte that breaks a rule.
  package static func parse(
    _ text: consuming [UInt8], in part: Range<Int>, limits: JSONLimits = .default
  ) throws(JSONError) -> JSONObject? {
    guard let outline = try JSONOutline(of: &text, in: part, limits: limits) else { return nil }
    return JSONObject(text, outline)
  }

  /// The value of the member whose name is exactly these code points.
  public subscript(name: String) -> JSONValue? { self[utf8: name.utf8] }

  /// The value of the member whose name is exactly these bytes of UTF-8.
  public subscript(utf8 name: some Sequence<UInt8>) -> JSONValue? {
    firstIndex(ofName: name).map { value(at: $0) }
  }

  /// The position of the member whose name is exactly these bytes of UTF-8.
  package func firstIndex(ofName name: some Sequence<UInt8>) -> Int? {
    name.withSpan { firstIndex(ofName: $0) }
  }

  private func firstIndex(ofName name: Span<UInt8>) -> Int? {
    for position in 0..<members.count {
      let member = members.member(position, in: storage)
      if JSONText.isEqual(
        storage, shifted(member.name), isEscaped: member.isNameEscaped, to: name)
      {
        return position
      }
    }
    return nil
  }

  /// The value of the member at a position.
  package func value(at position: Int) -> JSONValue {
    JSONValue(storage: storage, range: valueRange(at: position))
  }

  /// The name of the member at a position, with its escape sequences resolved.
  package func nameBytes(at position: Int) -> [UInt8] {
    JSONText.unescaped(storage, shifted(members.member(position, in: storage).name))
  }

  /// The kind of the value of a member, without making the value.
  package func kind(at position: Int) -> JSONValue.Kind {
    JSONValue.Kind(firstByte: storage[valueRange(at: position).lowerBound])
  }

  /// Whether the value of a member is a string of exactly these bytes of UTF-8.
  package func isString(at position: Int, utf8 text: Span<UInt8>) -> Bool {
    let member = members.member(position, in: storage)
    guard let characters = characters(of: member) else { return false }
    return JSONText.isEqual(storage, characters, isEscaped: member.isValueEscaped, to: text)
  }

  /// The text of the value of a member, if it is a string, without making the value.
  package func string(at position: Int) -> String? {
    let member = members.member(position, in: storage)
    return characters(of: member).map {
      JSONText.string(storage, $0, isEscaped: member.isValueEscaped)
    }
  }

  /// What stands between the quotes of the value of a member; `nil` if it is no string.
  @inline(__always)
  private func characters(of member: JSONMemberRange) -> Range<Int>? {
    let range = shifted(member.value)
    guard storage[range.lowerBound] == UInt8(ascii: "\"") else { return nil }
    return range.lowerBound &+ 1..<range.upperBound &- 1
  }

  /// The value of a member that is a plain whole number; see `JSONValue.plainInteger`.
  package func plainInteger(at position: Int) -> Int64? {
    JSONText.plainInteger(storage, valueRange(at: position))
  }

  /// Hands out each name that has three bytes, packed with the first byte lowest, and its position.
  ///
  /// Registered claim names (RFC 7519 §4.1) have three letters, so one pass over the members with
  /// this finds them all without comparing strings.
  package func forEachNameOfThree(_ body: (UInt32, Int) -> Void) {
    members.forEach(in: storage) { member, position in
      if member.isNameEscaped {
        let name = JSONText.unescaped(storage, shifted(member.name))
        guard name.count == 3 else { return }
        body(UInt32(name[0]) | UInt32(name[1]) << 8 | UInt32(name[2]) << 16, position)
      } else if member.nameCount == 3 {
        body(member.nameOfThree(in: storage, base: base), position)
      }
    }
  }

  /// The same object without the bytes that follow it in memory.
  package var separated: JSONObject {
    var text = Array(storage[..<range.upperBound])
    let members = members.moved(from: storage, behind: &text)
    return JSONObject(storage: text, members: members, base: base, range: range)
  }

  /// The number of bytes that the object keeps alive, about.
  package var memoryByteCount: Int {
    storage.count + members.count * JSONMemberRange.byteCount
  }

  @inline(__always)
  func valueRange(at position: Int) -> Range<Int> {
    shifted(members.member(position, in: storage).value)
  }

  @inline(__always)
  private func shifted(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound &+ base..<range.upperBound &+ base
  }
}

extension JSONObject: RandomAccessCollection {
  /// One member: its name and its value.
  public struct Element: Sendable {
    let storage: [UInt8]
    /// Where the name lies in the text, without its quotes, in bytes.
    public let nameRange: Range<Int>
    /// The value.
    public let value: JSONValue

    /// The name with its escape sequences resolved.
    public var name: String { String(decoding: nameBytes, as: UTF8.self) }
    /// The UTF-8 bytes of the name with its escape sequences resolved.
    public var nameBytes: [UInt8] { JSONText.unescaped(storage, nameRange) }

    /// Whether the name is exactly these code points.
    public func isNamed(_ name: String) -> Bool {
      name.utf8.withSpan { JSONText.isEqual(storage, nameRange, to: $0) }
    }
  }

  /// The position of the first member.
  public var startIndex: Int { 0 }
  /// The position behind the last member.
  public var endIndex: Int { members.count }

  /// The member at a position.
  public subscript(position: Int) -> Element {
    let member = members.member(position, in: storage)
    return Element(
      storage: storage, nameRange: shifted(member.name),
      value: JSONValue(storage: storage, range: shifted(member.value)))
  }
}

extension JSONObject: CustomStringConvertible, CustomReflectable {
  /// The object as it stands in the text.
  public var description: String { String(decoding: storage[range], as: UTF8.self) }

  /// Only the object itself: the text around it may hold what the caller did not ask to see.
  public var customMirror: Mirror { Mirror(self, children: ["sourceText": description]) }
}

extension JSONValue {
  /// The object as a value among others.
  public init(_ object: JSONObject) {
    self.init(storage: object.storage, range: object.range)
  }
}
