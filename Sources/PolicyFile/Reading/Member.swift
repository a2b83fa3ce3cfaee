import JWTValidation

/// One value of a policy file, with what an error about it needs to say.
struct Member {
  let value: JSONValue
  /// The names and positions that lead to it.
  let path: [String]
  /// The text of the file.
  let text: [UInt8]

  var pointer: JSONPointer { JSONPointer(members: path) }
  var offset: Int { value.range.lowerBound }

  var place: PolicyPlace {
    PolicyPlace(
      pointer: pointer, offset: offset,
      line: 1 + text[..<offset].count { $0 == UInt8(ascii: "\n") })
  }

  func error(_ reason: PolicyFileError.Reason) -> PolicyFileError {
    PolicyFileError(reason, at: pointer, offset: offset)
  }

  func wrongType(_ expected: [JSONValue.Kind]) -> PolicyFileError {
    error(.wrongType(expected: expected, found: value.kind))
  }

  /// A text that says something.
  func string(or others: [JSONValue.Kind] = []) throws(PolicyFileError) -> String {
    guard let text = value.string else { throw wrongType([.string] + others) }
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw error(.empty) }
    return text
  }

  /// A list that is not empty.
  func elements(or others: [JSONValue.Kind] = []) throws(PolicyFileError) -> [Member] {
    guard let array = value.array else { throw wrongType([.array] + others) }
    guard !array.isEmpty else { throw error(.empty) }
    return array.enumerated().map {
      Member(value: $0.element, path: path + [String($0.offset)], text: text)
    }
  }

  /// A list of different texts.
  func strings(or others: [JSONValue.Kind] = []) throws(PolicyFileError) -> [String] {
    var texts: [String] = []
    for element in try elements(or: others) {
      let text = try element.string()
      guard !texts.contains(where: { $0.utf8.elementsEqual(text.utf8) }) else {
        throw element.error(.duplicate)
      }
      texts.append(text)
    }
    return texts
  }

  /// A whole number of seconds.
  func seconds(
    _ range: ClosedRange<Int64>, or others: [JSONValue.Kind] = []
  ) throws(PolicyFileError) -> Int64 {
    guard let number = value.number else { throw wrongType([.number] + others) }
    guard let seconds: Int64 = number.integer(), range.contains(seconds) else {
      throw error(.outOfRange(minimum: range.lowerBound, maximum: range.upperBound))
    }
    return seconds
  }

  /// The members of an object.
  func members(or others: [JSONValue.Kind] = []) throws(PolicyFileError) -> MemberReader {
    guard let object = value.object else { throw wrongType([.object] + others) }
    return MemberReader(object, path: path, text: text)
  }

  /// The reason of an object that has exactly one member, of this name.
  func reason(_ name: String, or others: [JSONValue.Kind]) throws(PolicyFileError) -> String {
    let members = try members(or: others)
    try members.expectOnly([name])
    return try members.required(name).string()
  }

  /// One of these words.
  func word(_ known: String, or others: [JSONValue.Kind]) throws(PolicyFileError) {
    guard value.kind == .string else { throw wrongType([.string] + others) }
    guard value.isString(known) else { throw error(.unknownWord(known: [known])) }
  }

  /// A JSON Pointer to a value inside a document.
  static func pointer(_ text: String, at place: Member) throws(PolicyFileError) -> JSONPointer {
    let pointer: JSONPointer
    do { pointer = try JSONPointer(text) } catch { throw place.error(.pointer(error)) }
    guard !pointer.tokens.isEmpty else { throw place.error(.empty) }
    return pointer
  }
}
