import Foundation
import StrictCoding
import VectorSupport

/// A reader of the part of JSON Schema 2020-12 that `policy.schema.json` uses. A keyword that it
/// does not know is an error, so that no rule of the schema goes unapplied.
struct SchemaCheck {
  private let root: JSONObject

  init() throws {
    let url = VectorFile.folder.deletingLastPathComponent()
      .appending(path: "Sources/PolicyFile/PolicyFile.docc/policy.schema.json")
    root = try required(
      JSONValue.parse(Array(try Data(contentsOf: url))).object, "a schema")
  }

  /// Whether a value is as the schema says.
  func accepts(_ value: JSONValue) throws -> Bool { try accepts(value, JSONValue(root)) }

  private func accepts(_ value: JSONValue, _ schema: JSONValue) throws -> Bool {
    if let boolean = schema.boolean { return boolean }
    let members = try required(schema.object, "a schema")
    for member in members {
      guard try accepts(value, member.name, member.value, beside: members) else { return false }
    }
    return true
  }

  private func accepts(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, beside members: JSONObject
  ) throws -> Bool {
    switch keyword {
    case "$schema", "title", "description", "$defs": return true
    case "$ref":
      let path = String(try required(rule.string, "$ref").dropFirst())
      return try accepts(value, required(root[JSONPointer(path)], path))
    case "anyOf":
      return try required(rule.array, keyword).contains { try accepts(value, $0) }
    case "oneOf":
      return try required(rule.array, keyword).filter { try accepts(value, $0) }.count == 1
    case "type":
      let names = rule.string.map { [$0] } ?? rule.array?.compactMap(\.string) ?? []
      return names.contains { Self.hasType(value, $0) }
    case "const": return Self.isEqual(value, rule)
    case "enum": return try required(rule.array, keyword).contains { Self.isEqual(value, $0) }
    case "pattern":
      guard let text = value.string else { return true }
      return try text.contains(Regex(required(rule.string, keyword)))
    case "minimum", "maximum":
      guard let number = value.number?.double else { return value.kind != .number }
      let bound = try required(rule.number?.double, keyword)
      return keyword == "minimum" ? number >= bound : number <= bound
    default: return try acceptsParts(value, keyword, rule, beside: members)
    }
  }

  private func acceptsParts(
    _ value: JSONValue, _ keyword: String, _ rule: JSONValue, beside members: JSONObject
  ) throws -> Bool {
    switch keyword {
    case "items": return try (value.array ?? []).allSatisfy { try accepts($0, rule) }
    case "minItems": return try value.array.map { try $0.count >= count(rule) } ?? true
    case "uniqueItems":
      guard let array = value.array, rule.boolean == true else { return true }
      return array.indices.allSatisfy { index in
        !array[..<index].contains { Self.isEqual($0, array[index]) }
      }
    case "required":
      guard let object = value.object else { return true }
      return try required(rule.array, keyword).allSatisfy { object[$0.string ?? ""] != nil }
    case "properties":
      let rules = try required(rule.object, keyword)
      return try (value.object.map(Array.init) ?? []).allSatisfy { member in
        try rules[utf8: member.nameBytes].map { try accepts(member.value, $0) } ?? true
      }
    case "additionalProperties":
      let known = members["properties"]?.object
      return try (value.object.map(Array.init) ?? []).allSatisfy { member in
        try known?[utf8: member.nameBytes] != nil || accepts(member.value, rule)
      }
    case "propertyNames":
      return try (value.object.map(Array.init) ?? []).allSatisfy { member in
        try accepts(JSONValue.parse(JSONTree.string(member.name).encoded()), rule)
      }
    case "minProperties": return try value.object.map { try $0.count >= count(rule) } ?? true
    default: throw VectorError(missing: "a reader of \(keyword)")
    }
  }

  private func count(_ rule: JSONValue) throws -> Int {
    try required(rule.number?.integer(as: Int.self), "a count")
  }

  private static func hasType(_ value: JSONValue, _ name: String) -> Bool {
    name == "integer" ? value.number?.isInteger == true : value.kind.rawValue == name
  }

  /// Equality of the values that the schema compares: texts, numbers and booleans.
  private static func isEqual(_ a: JSONValue, _ b: JSONValue) -> Bool {
    if let text = a.stringBytes { return text == b.stringBytes }
    if let number = a.number { return number == b.number }
    return a.kind == b.kind && a.sourceText == b.sourceText
  }
}
