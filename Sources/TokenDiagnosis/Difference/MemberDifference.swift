public import JWTValidation

/// One member of two headers or claims sets, compared by what it means.
///
/// It holds values, which are shown only to whoever asked to compare two tokens.
public struct MemberDifference: Sendable {
  /// How the two sides stand to each other.
  public enum Kind: String, CaseIterable, Equatable, Sendable {
    /// Only the second has the member.
    case added
    /// Only the first has the member.
    case removed
    /// The values mean something else.
    case changed
    /// The values mean the same and are written otherwise.
    case respelled
    /// The values are the same.
    case same
  }

  /// How the values were compared.
  public enum Comparison: Equatable, Sendable {
    /// As JSON values: numbers by value, members of objects in any order.
    case value
    /// As times; by how many seconds the second is later, if both are times.
    case time(secondsLater: Int64?)
    /// As sets of values; what only the second and only the first has.
    case set(added: [String], removed: [String])
  }

  /// The part of the token.
  public let segment: TokenSegment
  /// Where the member is; nested objects are compared member by member.
  public let pointer: JSONPointer
  /// How the two sides stand to each other.
  public let kind: Kind
  /// How the values were compared.
  public let comparison: Comparison
  /// The value of the first side, if it has one.
  public let first: JSONValue?
  /// The value of the second side, if it has one.
  public let second: JSONValue?
}

extension MemberDifference: CustomStringConvertible, CustomReflectable {
  /// Place and kind; not the values.
  public var description: String { "\(segment.rawValue) \(pointer): \(kind.rawValue)" }
  /// Place and kind; not the values.
  public var customMirror: Mirror { Mirror(self, children: ["difference": description]) }
}
