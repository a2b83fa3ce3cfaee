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
    // Foundation's dictionary joins names that are canonically equivalent, or become the same one
    // without a byte order mark.
    let names = object.map { $0.name.unicodeScalars.drop { $0 == "\u{FEFF}" } }
    guard Set(names.map { String($0) }).count == object.count else { return }
    require(dictionary.count == object.count, "as many members")
    for member in object {
      // Found by bytes: equal strings of Swift may be spelled in two ways.
      let found = dictionary.first { isSame(Array(member.name.utf8), $0.key) }
      requireEqual(member.value, required(found?.value, "a member of that name"))
    }
  } else if let array = value.array {
    let list = required(reference as? [Any], "an array")
    require(list.count == array.count, "as many elements")
    for (element, other) in zip(array, list) { requireEqual(element, other) }
  } else if let bytes = value.stringBytes {
    require((reference as? String).map { isSame(bytes, $0) } == true, "the same text")
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

/// Whether Foundation has the same text; it drops one U+FEFF at the start of a string when it is not
/// written as an escape sequence, although it is a byte order mark only at the start of a document.
private func isSame(_ bytes: [UInt8], _ reference: String) -> Bool {
  bytes.elementsEqual(reference.utf8)
    || bytes.starts(with: [0xEF, 0xBB, 0xBF]) && bytes.dropFirst(3).elementsEqual(reference.utf8)
}

/// What Foundation makes of a JSON object that the library has accepted; `nil` if the object holds a
/// number that Foundation cannot.
func reference(_ text: [UInt8], _ meaning: String) -> [String: Any]? {
  guard isRepresentable(required(try? JSONValue.parse(text), meaning)) else { return nil }
  let value = try? JSONSerialization.jsonObject(with: Data(text))
  return required(value as? [String: Any], meaning)
}
