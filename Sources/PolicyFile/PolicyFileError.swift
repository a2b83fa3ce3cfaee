public import JWTValidation
public import KeyPublication

/// Why a text is no policy, and which of its members is to blame.
public struct PolicyFileError: Error, Equatable, Sendable {
  /// The kinds of failure.
  @nonexhaustive
  public enum Reason: Equatable, Sendable {
    /// The text is not JSON.
    case json(JSONError)
    /// A member that must be there is not.
    case missingMember
    /// A member that nobody reads, which would be a rule that nobody applies.
    case unknownMember(known: [String])
    /// A value of the wrong type.
    case wrongType(expected: [JSONValue.Kind], found: JSONValue.Kind)
    /// A text, list or object that must say something is empty.
    case empty
    /// A word that is none of those that may stand here.
    case unknownWord(known: [String])
    /// A number that is not whole, too small or too large.
    case outOfRange(minimum: Int64, maximum: Int64)
    /// A leeway beyond what clocks need, without a reason.
    case reasonNeeded(limit: Int64)
    /// A list names the same twice.
    case duplicate
    /// A version of the format that is not known.
    case unsupportedVersion
    /// A text that is no JSON Pointer.
    case pointer(JSONPointer.ParseError)
    /// A key that names no source, or several.
    case keySource
    /// A private key or a secret in the file itself, which is kept and shared like a program.
    case secret
    /// A key in the file that cannot be used.
    case key(KeyError)
    /// Keys that cannot be fetched from where the file says.
    case remote(RemoteKeySetupError)
    /// Members that contradict each other.
    case policy(PolicyError)
    /// Several issuers where one policy is asked for.
    case severalIssuers
  }

  /// What is wrong.
  public let reason: Reason
  /// The member concerned; the empty pointer stands for the whole file.
  public let pointer: JSONPointer
  /// The byte to look at: the name of an unknown member, the value of others, or the object that
  /// lacks one.
  public let offset: Int

  init(_ reason: Reason, at pointer: JSONPointer, offset: Int) {
    self.reason = reason
    self.pointer = pointer
    self.offset = offset
  }

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch reason {
    case .json(let error): error.code
    case .missingMember: "policy.missing-member"
    case .unknownMember: "policy.unknown-member"
    case .wrongType: "policy.wrong-type"
    case .empty: "policy.empty-member"
    case .unknownWord: "policy.unknown-word"
    case .outOfRange: "policy.out-of-range"
    case .reasonNeeded: "policy.reason-needed"
    case .duplicate: "policy.duplicate-value"
    case .unsupportedVersion: "policy.unsupported-version"
    case .pointer(let error): error.code
    case .keySource: "policy.key-source"
    case .secret: "policy.secret-in-file"
    case .key(let error): error.code
    case .remote(let error): error.code
    case .policy(let error): error.code
    case .severalIssuers: "policy.several-issuers"
    }
  }
}
