import Foundation
import JWTValidation

/// Accepted text means to Foundation what it means here, survives being written again, and refused
/// text is refused at a place inside it.
func fuzzJSON(_ text: [UInt8]) {
  do {
    let value = try JSONValue.parse(text)
    requireStable(value)
    requireConsistent(value)
    guard isRepresentable(value) else { return }
    requireEqual(value, required(foundationValue(text), "Foundation accepts the text"))
  } catch {
    require(error.offset >= 0 && error.offset <= text.count, "the offset lies in the text")
    require((try? JSONValue.parse(text)) == nil, "what is refused once is refused again")
    // Foundation takes a text with NUL bytes for UTF-16 or UTF-32.
    guard !text.contains(0),
      (try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)) != nil
    else { return }
    require(isStricterThanFoundation(error), "Foundation refuses it too: \(error)")
  }
}

/// Whether the rule is one that Foundation does not have.
private func isStricterThanFoundation(_ error: JSONError) -> Bool {
  switch error.reason {
  case .duplicateMember, .byteOrderMark, .tooDeep: true
  // A comma behind the last member or element.
  case .unexpectedCharacter(UInt8(ascii: "}"), expected: .memberName): true
  case .unexpectedCharacter(UInt8(ascii: "]"), expected: .value): true
  default: false
  }
}

/// Writing a value and reading it again changes nothing.
func requireStable(_ value: JSONValue) {
  let compact = JSONTree.received(value).encoded(.compact)
  let again = required(try? JSONValue.parse(compact), "what was written compactly is read")
  require(isEqual(value, again), "the compact text says the same")
  require(JSONTree.received(again).encoded(.compact) == compact, "the compact text is stable")
  let indented = JSONTree.received(value).encoded(.indented)
  let third = required(
    try? JSONValue.parse(indented, limits: .file), "what was written indented is read")
  require(isEqual(value, third), "the indented text says the same")
}

/// Equality of texts: the same members in the same order, the same digits.
func isEqual(_ a: JSONValue, _ b: JSONValue) -> Bool {
  guard a.kind == b.kind else { return false }
  if let one = a.object, let other = b.object {
    return one.count == other.count
      && zip(one, other).allSatisfy { $0.nameBytes == $1.nameBytes && isEqual($0.value, $1.value) }
  }
  if let one = a.array, let other = b.array {
    return one.count == other.count && zip(one, other).allSatisfy { isEqual($0, $1) }
  }
  if let one = a.stringBytes { return one == b.stringBytes }
  return a.sourceText == b.sourceText
}

/// Every way to look at a value says the same of it.
private func requireConsistent(_ value: JSONValue) {
  require(value.isNull == (value.kind == .null), "isNull")
  require((value.boolean != nil) == (value.kind == .boolean), "boolean")
  require((value.object != nil) == (value.kind == .object), "object")
  require((value.array != nil) == (value.kind == .array), "array")
  require((value.number != nil) == (value.kind == .number), "number")
  if let bytes = value.stringBytes {
    require(value.isString(bytes), "a string is the string it is")
    require(!value.isString(bytes + [0x41]), "a string is no longer one")
    require(Array(required(value.string, "string").utf8) == bytes, "a string is UTF-8")
  }
  if let number = value.number { requireConsistent(number) }
  for element in value.array ?? [] {
    require(value.range.contains(element.range.lowerBound), "an element lies in its array")
    requireConsistent(element)
  }
  guard let object = value.object else { return }
  for member in object {
    let found = required(object[utf8: member.nameBytes], "a member is found by its name")
    require(found.range == member.value.range, "a name belongs to one member")
    require(member.isNamed(member.name), "a member has its name")
    let pointer = JSONPointer(members: [member.name])
    require((try? JSONPointer(pointer.description)) == pointer, "a pointer is read as written")
    require(object[pointer]?.range == member.value.range, "a pointer leads to its member")
    requireConsistent(member.value)
  }
}

private func requireConsistent(_ number: JSONNumber) {
  require(number == number, "a number equals itself")
  let double = Double(number.text)
  require(number.double == (double?.isFinite == true ? double : nil), "the double is the nearest")
  if let integer: Int64 = number.integer() {
    require(number.isInteger && Double(integer) == double, "the integer is the value")
    require(NumericDate(number) == NumericDate(seconds: integer), "an integer is a time")
  }
  guard let date = NumericDate(number), let double, abs(double) < 0x1p52 else { return }
  // The double may have been rounded up to the next second.
  let floor = Int64(double.rounded(.down))
  require(date.seconds == floor || date.seconds == floor - 1, "a time is rounded down")
  require((0..<1_000_000_000).contains(date.nanoseconds), "a fraction is below one")
}
