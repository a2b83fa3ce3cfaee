package import JWTValidation

/// Reads the rules for values: an object whose names are JSON Pointers into the claims.
enum ClaimRuleReader {
  private static let requirements = ["equals", "oneOf", "contains", "containsWord"]

  static func rules(_ member: Member?) throws(PolicyFileError) -> [ClaimRule] {
    guard let member else { return [] }
    let members = try member.members()
    guard !members.object.isEmpty else { throw member.error(.empty) }
    var rules: [ClaimRule] = []
    for (name, _, rule) in members.all {
      let pointer = try Member.pointer(name, at: rule)
      let parts = try rule.members()
      guard !parts.object.isEmpty else { throw rule.error(.empty) }
      try parts.expectOnly(requirements)
      for part in parts.all {
        rules += try requirements(part.name, part.member).map { ClaimRule(pointer, $0) }
      }
    }
    return rules
  }

  /// A list after `contains` or `containsWord` asks for each of its elements.
  private static func requirements(
    _ name: String, _ member: Member
  ) throws(PolicyFileError) -> [ClaimRule.Requirement] {
    let isList = member.value.kind == .array
    switch name {
    case "equals": return [.equals(try value(member))]
    case "oneOf": return [.oneOf(try values(try member.elements()))]
    case "contains":
      return try values(isList ? try member.elements() : [member]).map { .contains($0) }
    default:
      let words = isList ? try member.elements() : [member]
      var requirements: [ClaimRule.Requirement] = []
      for word in words {
        let text = try word.string(or: isList ? [] : [.array])
        // A word with a space in it could never be found.
        guard !text.utf8.contains(0x20) else { throw word.error(.unknownWord(known: [])) }
        guard !requirements.contains(.containsWord(text)) else { throw word.error(.duplicate) }
        requirements.append(.containsWord(text))
      }
      return requirements
    }
  }

  private static func values(_ members: [Member]) throws(PolicyFileError) -> [ClaimRule.Value] {
    var values: [ClaimRule.Value] = []
    for member in members {
      let value = try value(member)
      guard !values.contains(value) else { throw member.error(.duplicate) }
      values.append(value)
    }
    return values
  }

  private static func value(_ member: Member) throws(PolicyFileError) -> ClaimRule.Value {
    if let text = member.value.string { return .string(text) }
    if let boolean = member.value.boolean { return .boolean(boolean) }
    guard let number = member.value.number else {
      throw member.wrongType([.string, .number, .boolean])
    }
    guard let integer: Int64 = number.integer() else {
      throw member.error(.outOfRange(minimum: .min, maximum: .max))
    }
    return .integer(integer)
  }
}

extension ClaimRule {
  /// Reads rules in the form of the member `claims` of a policy file, for files of other kinds that
  /// hold some too.
  ///
  /// - Throws: `PolicyFileError`, with places inside the text given.
  package static func rules(json text: [UInt8]) throws(PolicyFileError) -> [ClaimRule] {
    try ClaimRuleReader.rules(try MemberReader(text: text).whole)
  }
}
