import JWTValidation

/// Reads the members of one object of a policy file; every member must have a reader.
struct MemberReader {
  let object: JSONObject
  let path: [String]
  let text: [UInt8]

  /// Reads the text of a file, which must be an object.
  init(text: [UInt8]) throws(PolicyFileError) {
    let value: JSONValue
    do {
      value = try JSONValue.parse(text)
    } catch {
      throw PolicyFileError(.json(error), at: JSONPointer(members: []), offset: error.offset)
    }
    self = try Member(value: value, path: [], text: text).members()
  }

  init(_ object: JSONObject, path: [String], text: [UInt8]) {
    self.object = object
    self.path = path
    self.text = text
  }

  /// The object itself.
  var whole: Member { Member(value: JSONValue(object), path: path, text: text) }

  /// The member of that name, if it is there; `null` is a value of the wrong type.
  func optional(_ name: String) -> Member? {
    object[name].map { Member(value: $0, path: path + [name], text: text) }
  }

  /// The member of that name.
  func required(_ name: String) throws(PolicyFileError) -> Member {
    guard let member = optional(name) else {
      throw PolicyFileError(
        .missingMember, at: JSONPointer(members: path + [name]), offset: object.range.lowerBound)
    }
    return member
  }

  func optionalString(_ name: String) throws(PolicyFileError) -> String? {
    try optional(name)?.string()
  }

  func optionalArray(_ name: String) throws(PolicyFileError) -> [Member]? {
    try optional(name)?.elements()
  }

  /// Every member with its name as it stands.
  var all: [(name: String, nameOffset: Int, member: Member)] {
    object.map {
      (
        $0.name, $0.nameRange.lowerBound,
        Member(value: $0.value, path: path + [$0.name], text: text)
      )
    }
  }

  /// Refuses members of other names: a rule with a slip in its name would not be applied.
  func expectOnly(_ known: [String]) throws(PolicyFileError) {
    for (name, offset, member) in all
    where !known.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
      throw PolicyFileError(.unknownMember(known: known), at: member.pointer, offset: offset)
    }
  }

  /// Refuses other versions of the format before anything else is looked at.
  func checkVersion() throws(PolicyFileError) {
    let version = try required("version")
    guard let number = version.value.number else { throw version.wrongType([.number]) }
    guard number.integer() == PolicyFile.version else { throw version.error(.unsupportedVersion) }
    if let schema = optional("$schema") { _ = try schema.string() }
  }
}
