public import StrictCoding

/// What a token request can ask for, and so what its token is compared on.
public enum VeltClaim: String, CaseIterable, Hashable, Sendable {
  case userId, organizationId, isAdmin, email

  /// The name as it stands in requests, identify calls and tokens.
  public var name: String { rawValue }

  /// The one JSON type that a value may have: `"true"` and `1` are no administrators.
  public var kind: JSONValue.Kind { self == .isAdmin ? .boolean : .string }
}
