public import StrictCoding

/// A value of the token that cannot be compared with anything.
@nonexhaustive
public enum ClaimFinding: Equatable, Sendable {
  /// The claim stands in several places with different values: readers will disagree.
  case ambiguous(VeltClaim, at: [JSONPointer])
  /// The value has the wrong JSON type, such as `"true"` or `1` for `isAdmin`.
  case wrongType(
    VeltClaim, at: JSONPointer, expected: JSONValue.Kind, found: JSONValue.Kind)

  /// The stable name of the finding, part of the tools' output contract.
  public var code: String {
    switch self {
    case .ambiguous: "claim.ambiguous"
    case .wrongType: "claim.wrong-type"
    }
  }

  /// The claim concerned.
  public var claim: VeltClaim {
    switch self {
    case .ambiguous(let claim, _), .wrongType(let claim, _, _, _): claim
    }
  }
}
