/// What one value among a token's claims must be like, wherever it stands.
///
/// ```swift
/// policy.claimRules = [
///   ClaimRule(JSONPointer(members: ["tenant"]), .equals("tenant-1")),
///   ClaimRule(JSONPointer(members: ["realm_access", "roles"]), .contains("auditor")),
///   ClaimRule(JSONPointer(members: ["scope"]), .containsWord("orders:read")),
/// ]
/// ```
public struct ClaimRule: Equatable, Sendable {
  /// A value to compare with. Numbers are whole: two programs that compare fractions may differ.
  public enum Value: Equatable, Sendable {
    case string(String)
    case integer(Int64)
    case boolean(Bool)

    /// Equality by bytes: `String ==` joins different sequences of code points.
    public static func == (a: Value, b: Value) -> Bool {
      switch (a, b) {
      case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
      case (.integer(let a), .integer(let b)): a == b
      case (.boolean(let a), .boolean(let b)): a == b
      default: false
      }
    }
  }

  /// What is asked of the value.
  public enum Requirement: Equatable, Sendable {
    /// It is this, of the same JSON type.
    case equals(Value)
    /// It is one of these.
    case oneOf([Value])
    /// It is an array, and this is one of its elements.
    case contains(Value)
    /// It is a string of words with spaces between them, like `scope` (RFC 8693 §4.2), and this is
    /// one of the words. A case of its own, because a text that a user may choose must not be taken
    /// for a list.
    case containsWord(String)

    /// Compares words by their bytes, as values are.
    public static func == (a: Requirement, b: Requirement) -> Bool {
      switch (a, b) {
      case (.equals(let a), .equals(let b)): a == b
      case (.oneOf(let a), .oneOf(let b)): a == b
      case (.contains(let a), .contains(let b)): a == b
      case (.containsWord(let a), .containsWord(let b)): a.utf8.elementsEqual(b.utf8)
      default: false
      }
    }
  }

  /// Where the value stands in the claims.
  public let pointer: JSONPointer
  /// What is asked of it.
  public let requirement: Requirement

  /// Asks something of a value.
  public init(_ pointer: JSONPointer, _ requirement: Requirement) {
    self.pointer = pointer
    self.requirement = requirement
  }
}

extension ClaimRule.Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }

  /// Whether a received value is this one, of the same type: `1` is neither `"1"` nor `true`.
  func isEqual(to value: JSONValue) -> Bool {
    switch self {
    case .string(let text): value.isString(text)
    case .integer(let number): value.number?.integer() == number
    case .boolean(let boolean): value.boolean == boolean
    }
  }
}

extension ClaimRule {
  /// Whether claims have the value, and it is as asked.
  package func isMet(by claims: ClaimsSet) -> Bool {
    claims.revealed[pointer].map(requirement.isMet) ?? false
  }
}

extension ClaimRule.Requirement {
  /// Whether a received value is as asked.
  package func isMet(by value: JSONValue) -> Bool {
    switch self {
    case .equals(let wanted): return wanted.isEqual(to: value)
    case .oneOf(let wanted): return wanted.contains { $0.isEqual(to: value) }
    case .contains(let wanted): return value.array?.contains { wanted.isEqual(to: $0) } ?? false
    case .containsWord(let word):
      guard let text = value.stringBytes, !word.isEmpty else { return false }
      return text.split(separator: UInt8(ascii: " ")).contains { $0.elementsEqual(word.utf8) }
    }
  }
}
