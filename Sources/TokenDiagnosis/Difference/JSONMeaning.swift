import JWTValidation

/// A JSON value by what it means: numbers by value, strings by what they stand for, members of objects
/// in any order, elements of arrays in theirs.
struct JSONMeaning: Hashable {
  private let value: JSONValue

  init(_ value: JSONValue) { self.value = value }

  static func == (first: JSONMeaning, second: JSONMeaning) -> Bool {
    let (first, second) = (first.value, second.value)
    guard first.kind == second.kind else { return false }
    switch first.kind {
    case .null: return true
    case .boolean: return first.boolean == second.boolean
    case .number: return first.number == second.number
    case .string: return first.stringBytes == second.stringBytes
    case .array:
      let (a, b) = (first.array ?? [], second.array ?? [])
      return a.count == b.count
        && zip(a, b).allSatisfy { JSONMeaning($0) == JSONMeaning($1) }
    case .object:
      guard let a = first.object, let b = second.object, a.count == b.count else { return false }
      let others = b.valuesByName
      return a.allSatisfy { member in
        others[member.nameBytes].map { JSONMeaning(member.value) == JSONMeaning($0) } == true
      }
    }
  }

  /// With kinds and counts, so that nobody can make many values with one hash.
  func hash(into hasher: inout Hasher) {
    hasher.combine(value.kind)
    switch value.kind {
    case .null: break
    case .boolean: hasher.combine(value.boolean)
    case .number: hasher.combine(value.number)
    case .string: hasher.combine(value.stringBytes)
    case .array:
      let elements = value.array ?? []
      hasher.combine(elements.count)
      for element in elements { JSONMeaning(element).hash(into: &hasher) }
    case .object:
      // In whatever order the members come.
      var sum = 0
      if let object = value.object {
        for member in object {
          var own = Hasher()
          own.combine(member.nameBytes)
          JSONMeaning(member.value).hash(into: &own)
          sum &+= own.finalize()
        }
      }
      hasher.combine(sum)
    }
  }
}

extension JSONObject {
  /// The values by their names, for objects in which many are looked up.
  var valuesByName: [[UInt8]: JSONValue] {
    Dictionary(map { ($0.nameBytes, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
