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
      requireEqual(member.value, required(dictionary[member.name], "a member of that name"))
    }
  } else if let array = value.array {
    let list = required(reference as? [Any], "an array")
    require(list.count == array.count, "as many elements")
    for (element, other) in zip(array, list) { requireEqual(element, other) }
  } else if let bytes = value.stringBytes {
    require((reference as? String).map { Array($0.utf8) } == bytes, "the same text")
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
  let value = try? JSONSerialization.jsonObject(with: Data(text))
  return required(value as? [String: Any], meaning)
}
