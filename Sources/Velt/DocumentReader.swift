import StrictCoding

/// Reads the members of one object of a document and says exactly which one is wrong.
///
/// Members that nobody asks for are not looked at: services add fields.
struct DocumentReader {
  let document: DocumentError.Document
  let object: JSONObject
  /// The names that lead to the object.
  private let path: [String]

  /// Reads the text of a document, which must be an object.
  init(_ document: DocumentError.Document, text: [UInt8]) throws(DocumentError) {
    let value: JSONValue
    do {
      value = try JSONValue.parse(text)
    } catch {
      throw DocumentError(
        document, .json(error), at: JSONPointer(members: []), offset: error.offset)
    }
    guard let object = value.object else {
      throw DocumentError(
        document, .wrongType(expected: .object, found: value.kind), at: JSONPointer(members: []),
        offset: value.range.lowerBound)
    }
    self.init(document, object, path: [])
  }

  private init(_ document: DocumentError.Document, _ object: JSONObject, path: [String]) {
    self.document = document
    self.object = object
    self.path = path
  }

  /// The object under a name.
  func child(_ name: String) throws(DocumentError) -> DocumentReader {
    guard let child = try optionalChild(name) else { throw missing(name, .object) }
    return child
  }

  /// The object under a name, or `nil` if there is no such member.
  func optionalChild(_ name: String) throws(DocumentError) -> DocumentReader? {
    guard let value = object[name] else { return nil }
    guard let child = value.object else { throw wrongType(name, .object, value) }
    return DocumentReader(document, child, path: path + [name])
  }

  /// The text under a name, which must not be empty.
  func string(_ name: String) throws(DocumentError) -> String {
    guard let string = try optionalString(name) else { throw missing(name, .string) }
    return string
  }

  /// The text under a name, which must not be empty, or `nil` if there is no such member.
  func optionalString(_ name: String) throws(DocumentError) -> String? {
    guard let value = object[name] else { return nil }
    guard let string = value.string else { throw wrongType(name, .string, value) }
    guard !string.isEmpty else { throw error(.emptyMember, name, value) }
    return string
  }

  /// The text under a name, moved to where it cannot be printed.
  func optionalSecret(_ name: String) throws(DocumentError) -> SecretBytes? {
    guard let value = object[name] else { return nil }
    guard var bytes = value.stringBytes else { throw wrongType(name, .string, value) }
    guard !bytes.isEmpty else { throw error(.emptyMember, name, value) }
    defer { SecretBytes.wipe(&bytes) }
    return SecretBytes(bytes)
  }

  /// `true` or `false` under a name, or `nil` if there is no such member.
  func optionalBoolean(_ name: String) throws(DocumentError) -> Bool? {
    guard let value = object[name] else { return nil }
    guard let boolean = value.boolean else { throw wrongType(name, .boolean, value) }
    return boolean
  }

  func missing(_ name: String, _ expected: JSONValue.Kind) -> DocumentError {
    error(.missingMember(expected: expected), name, nil)
  }

  func error(
    _ reason: DocumentError.Reason, _ name: String, _ value: JSONValue?
  ) -> DocumentError {
    DocumentError(
      document, reason, at: JSONPointer(members: path + [name]),
      offset: (value?.range ?? object.range).lowerBound)
  }

  private func wrongType(
    _ name: String, _ expected: JSONValue.Kind, _ value: JSONValue
  ) -> DocumentError {
    error(.wrongType(expected: expected, found: value.kind), name, value)
  }
}
