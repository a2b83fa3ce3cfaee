public import StrictCoding

/// Why a JSON document around a token cannot be used, and which of its members is to blame.
///
/// No value of the document stands in an error: a request holds credentials, a response a token.
public struct DocumentError: Error, Equatable, Sendable {
  /// The documents that are read here.
  public enum Document: String, Equatable, Sendable {
    /// What is sent to the token endpoint.
    case request
    /// What the token endpoint answers.
    case response
    /// What the front end hands to `identify()`.
    case identify
  }

  /// The kinds of failure.
  @nonexhaustive
  public enum Reason: Equatable, Sendable {
    /// The text is not JSON.
    case json(JSONError)
    /// A member that must be there is not.
    case missingMember(expected: JSONValue.Kind)
    /// A member has a value of the wrong type; `null` is a type too.
    case wrongType(expected: JSONValue.Kind, found: JSONValue.Kind)
    /// A member that must say something is the empty string.
    case emptyMember
    /// The resources of a request belong to several organizations, but a match is about one.
    case severalOrganizations
    /// A response has neither `result` nor `error`, or both.
    case notAnEnvelope
    /// A response has a `result` whose status is not `success`.
    case unexpectedStatus
  }

  /// Which document.
  public let document: Document
  /// What is wrong.
  public let reason: Reason
  /// The member concerned; the empty pointer stands for the whole document.
  public let pointer: JSONPointer
  /// Where in the text the member's value (or the object that lacks it) starts, in bytes; `nil` if
  /// the document was not read from a text.
  public let offset: Int?

  init(_ document: Document, _ reason: Reason, at pointer: JSONPointer, offset: Int?) {
    self.document = document
    self.reason = reason
    self.pointer = pointer
    self.offset = offset
  }

  /// There is no request where one should stand.
  package static func noRequest(at pointer: JSONPointer) -> DocumentError {
    DocumentError(.request, .missingMember(expected: .object), at: pointer, offset: nil)
  }

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch reason {
    case .json(let error): error.code
    case .missingMember: document.rawValue + ".missing-member"
    case .wrongType: document.rawValue + ".wrong-type"
    case .emptyMember: document.rawValue + ".empty-member"
    case .severalOrganizations: document.rawValue + ".several-organizations"
    case .notAnEnvelope: document.rawValue + ".not-an-envelope"
    case .unexpectedStatus: document.rawValue + ".unexpected-status"
    }
  }
}
