import Foundation
import JWTValidation

/// Whether Foundation can hold every number of a value: it refuses those beyond a double, while the
/// texts of the library keep any number.
func isRepresentable(_ value: JSONValue) -> Bool {
  if let object = value.object { return object.allSatisfy { isRepresentable($0.value) } }
  if let array = value.array { return array.allSatisfy(isRepresentable) }
  return value.number.map { $0.double != nil } ?? true
}

/// Compares a value with what Foundation made of the same text.
func requireEqual(_ value: JSONValue, _ reference: Any) {
  if let object = value.object {
    let dictionary = required(reference as? [String: Any], "an object")
    // Foundation's dictionary joins names that are canonically equivalent.
    guard Set(object.map(\.name)).count == object.count else { return }
    require(dictionary.count == object.count, "as many members")
    for member in object {
      // Found by bytes: equal strings of Swift may be spelled in two ways.
      let found = dictionary.first { $0.key.utf8.elementsEqual(member.name.utf8) }
      requireEqual(member.value, required(found?.value, "a member of that name"))
    }
  } else if let array = value.array {
    let list = required(reference as? [Any], "an array")
    require(list.count == array.count, "as many elements")
    for (element, other) in zip(array, list) { requireEqual(element, other) }
  } else if let bytes = value.stringBytes {
    require((reference as? String)?.utf8.elementsEqual(bytes) == true, "the same text")
  } else if let boolean = value.boolean {
    require(reference as? Bool == boolean, "the same boolean")
  } else if let number = value.number {
    let other = required(reference as? NSNumber, "a number").doubleValue
    let double = required(number.double, "a double")
    // Foundation rounds numbers with many digits twice.
    require(abs(other - double) <= 1e-9 * abs(double), "the same number")
  } else {
    require(reference is NSNull, "null")
  }
}

/// What Foundation makes of a JSON object that the library has accepted; `nil` if the object holds a
/// number that Foundation cannot.
func reference(_ text: [UInt8], _ meaning: String) -> [String: Any]? {
  guard isRepresentable(required(try? JSONValue.parse(text), meaning)) else { return nil }
  return required(foundationValue(text) as? [String: Any], meaning)
}

/// What Foundation makes of a text that the library has accepted; `nil` if it refuses the text.
func foundationValue(_ text: [UInt8]) -> Any? {
  // Foundation takes U+FEFF at the start of a string, or behind an escape sequence, for a byte order
  // mark and drops it. Accepted text has it within strings only, where its escape sequence says the
  // same.
  let escaped = Data(text).split(separator: byteOrderMark, omittingEmptySubsequences: false)
    .joined(separator: Data(#"\uFEFF"#.utf8))
  return try? JSONSerialization.jsonObject(with: Data(escaped), options: .fragmentsAllowed)
}

private let byteOrderMark = Data([0xEF, 0xBB, 0xBF])
