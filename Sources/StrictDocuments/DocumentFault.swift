package import StrictCoding
import TokenReport

/// What is wrong with a configuration or with the body of a request, and where.
///
/// No value of the document stands in a fault: both kinds of document hold secrets.
package struct DocumentFault: Error, Equatable, Sendable {
  /// The kinds of fault.
  @nonexhaustive
  package enum Reason: Equatable, Sendable {
    /// The text is not JSON.
    case json(JSONError)
    /// A member that must be there is not.
    case missingMember(expected: JSONValue.Kind)
    /// A member that nobody knows.
    case unknownMember
    /// A member has a value of the wrong type; `null` is a type too.
    case wrongType(expected: JSONValue.Kind, found: JSONValue.Kind)
    /// A member that must say something is empty.
    case emptyMember
    /// A number is not whole or not inside its range.
    case outOfRange(ClosedRange<Int>)
    /// A text is none of the words that may stand there.
    case notOneOf([String])
    /// The resources of a request belong to several organizations, but a token is for one.
    case severalOrganizations
    /// A text is no hash as `jwtcheckd hash-secret` makes them.
    case notAHash
    /// A text is no JSON Pointer to a member.
    case notAPointer
    /// A text is no time such as `2026-01-02T03:04:05Z`.
    case notATime
    /// A place in the claims is taken by another value or lies inside one.
    case placeTaken
    /// The same name is given twice.
    case repeatedName
    /// A name that must be one of those given elsewhere in the document is not.
    case unknownName
    /// A text is no token request.
    case notARequest
    /// A text is no place where a server listens.
    case notAnAddress
    /// A text is no path that gateways can ask below.
    case notAPath
    /// A path is taken by something else.
    case pathTaken
    /// A name is none that a header field can have here.
    case notAHeaderName
    /// A text cannot stand in a header field.
    case notHeaderText
    /// A text is no scope (RFC 6749 §3.3).
    case notAScope
    /// Rules for claims cannot be read; the code of the policy file says why.
    case notARule(code: String)
    /// A policy cannot be used; the code says why.
    case unusablePolicy(code: String)
    /// A key cannot be read, or cannot sign with the algorithm; the codes say why.
    case unusableKey(codes: [String])
  }

  /// What is wrong.
  package let reason: Reason
  /// The member concerned; the empty pointer stands for the whole document.
  package let pointer: JSONPointer
  /// Where in the text the fault lies, in bytes.
  package let offset: Int

  /// Notes a fault of the member that the names lead to.
  package init(_ reason: Reason, at path: [String], offset: Int) {
    self.reason = reason
    pointer = JSONPointer(members: path)
    self.offset = offset
  }
}

extension DocumentFault: CustomStringConvertible {
  /// What is wrong and where, as a sentence without a full stop.
  package var description: String {
    let place = pointer.tokens.isEmpty ? "the document" : ShownPointer.text(pointer)
    return switch reason {
    case .json(let error): "the text is not JSON (\(error.code) at byte \(error.offset))"
    case .missingMember(let kind): "\(place) is missing; it must be \(kind.words)"
    case .unknownMember: "\(place) is not known here"
    case .wrongType(let expected, let found):
      "\(place) must be \(expected.words), not \(found.words)"
    case .emptyMember: "\(place) must not be empty"
    case .outOfRange(let range):
      "\(place) must be a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .notOneOf(let words): "\(place) must be one of \(words.joined(separator: ", "))"
    case .severalOrganizations: "\(place) must belong to one organization"
    case .notAHash: "\(place) must be a hash as jwtcheckd hash-secret makes them"
    case .notAPointer: "\(place) must be a JSON Pointer such as /userId"
    case .notATime: "\(place) must be a time such as 2026-01-02T03:04:05Z"
    case .placeTaken: "\(place) names a place in the claims that is taken"
    case .repeatedName: "\(place) is given twice"
    case .unknownName: "\(place) names nothing that is given elsewhere"
    case .notARequest: "\(place) is no token request"
    case .notAnAddress:
      "\(place) must be a host with a port, such as 127.0.0.1:6379, or the path of a socket"
    case .notAPath: "\(place) must be a path such as /verify"
    case .pathTaken: "\(place) is a path that something else has"
    case .notAHeaderName: "\(place) is no name for a header field of our own"
    case .notHeaderText: "\(place) must be visible ASCII and blanks"
    case .notAScope: "\(place) must be scopes: visible ASCII without quote and backslash"
    case .notARule(let code): "\(place) is no rule for a claim (\(code))"
    case .unusablePolicy(let code): "\(place) names a policy that cannot be used (\(code))"
    case .unusableKey(let codes): "\(place) is no usable key (\(codes.joined(separator: ", ")))"
    }
  }
}

/// Shows a pointer whose names may come from anybody.
enum ShownPointer {
  /// Names beyond this are cut: a log line must not grow with what a client sends.
  private static let maximumBytes = 120

  /// The pointer in dots-and-names, with everything but visible ASCII replaced.
  static func text(_ pointer: JSONPointer) -> String {
    let bytes = pointer.description.utf8.map { 0x21...0x7E ~= $0 ? $0 : UInt8(ascii: "?") }
    guard bytes.count > maximumBytes else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: bytes.prefix(maximumBytes), as: UTF8.self) + "..."
  }
}
