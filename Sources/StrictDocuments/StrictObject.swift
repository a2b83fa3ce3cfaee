package import StrictCoding

/// An object of which every member must be known: a misspelt name is a mistake, not a wish that goes
/// unheard.
package struct StrictObject {
  /// The object.
  package let object: JSONObject
  /// The names that lead to the object.
  package let path: [String]

  /// Reads a text whose value must be an object.
  package init(text: [UInt8]) throws(DocumentFault) {
    let value: JSONValue
    do {
      value = try JSONValue.parse(text)
    } catch {
      throw DocumentFault(.json(error), at: [], offset: error.offset)
    }
    try self.init(value, path: [])
  }

  private init(_ value: JSONValue, path: [String]) throws(DocumentFault) {
    guard let object = value.object else {
      throw DocumentFault(
        .wrongType(expected: .object, found: value.kind), at: path, offset: value.range.lowerBound)
    }
    self.object = object
    self.path = path
  }

  /// Refuses members of other names.
  package func allow(_ names: [String]) throws(DocumentFault) {
    for member in object where !names.contains(where: { member.isNamed($0) }) {
      throw DocumentFault(
        .unknownMember, at: path + [member.name], offset: member.nameRange.lowerBound)
    }
  }

  /// A fault in a member, or in the object if there is no such member.
  package func fault(_ reason: DocumentFault.Reason, _ name: String) -> DocumentFault {
    DocumentFault(
      reason, at: path + [name],
      offset: (object[name]?.range ?? object.range).lowerBound)
  }

  private func value(
    _ name: String, _ kind: JSONValue.Kind
  ) throws(DocumentFault) -> JSONValue? {
    guard let value = object[name] else { return nil }
    guard value.kind == kind else {
      throw fault(.wrongType(expected: kind, found: value.kind), name)
    }
    return value
  }

  private func required<Value>(
    _ value: Value?, _ name: String, _ kind: JSONValue.Kind
  ) throws(DocumentFault) -> Value {
    guard let value else { throw fault(.missingMember(expected: kind), name) }
    return value
  }

  package func optionalChild(_ name: String) throws(DocumentFault) -> StrictObject? {
    guard let value = try value(name, .object) else { return nil }
    return try StrictObject(value, path: path + [name])
  }

  package func child(_ name: String) throws(DocumentFault) -> StrictObject {
    try required(try optionalChild(name), name, .object)
  }

  /// The objects of a list.
  package func children(_ name: String) throws(DocumentFault) -> [StrictObject] {
    let list = try required(try value(name, .array), name, .array)
    var children: [StrictObject] = []
    for (index, element) in (list.array ?? []).enumerated() {
      children.append(try StrictObject(element, path: path + [name, String(index)]))
    }
    return children
  }

  /// A text that says something.
  package func optionalText(_ name: String) throws(DocumentFault) -> String? {
    guard let text = try value(name, .string)?.string else { return nil }
    guard !text.isEmpty else { throw fault(.emptyMember, name) }
    return text
  }

  package func text(_ name: String) throws(DocumentFault) -> String {
    try required(try optionalText(name), name, .string)
  }

  /// A list of texts, or one text in its place.
  package func texts(_ name: String) throws(DocumentFault) -> [String] {
    guard object[name]?.kind == .array else { return [try text(name)] }
    var texts: [String] = []
    for (index, element) in (object[name]?.array ?? []).enumerated() {
      guard let text = element.string else {
        throw DocumentFault(
          .wrongType(expected: .string, found: element.kind),
          at: path + [name, String(index)], offset: element.range.lowerBound)
      }
      texts.append(text)
    }
    guard !texts.isEmpty else { throw fault(.emptyMember, name) }
    return texts
  }

  package func optionalFlag(_ name: String) throws(DocumentFault) -> Bool? {
    try value(name, .boolean)?.boolean
  }

  /// A whole number inside a range.
  package func optionalNumber(_ name: String, in range: ClosedRange<Int>) throws(DocumentFault)
    -> Int?
  {
    guard let value = try value(name, .number) else { return nil }
    guard let number = value.number?.integer(as: Int.self), range.contains(number) else {
      throw fault(.outOfRange(range), name)
    }
    return number
  }
}
