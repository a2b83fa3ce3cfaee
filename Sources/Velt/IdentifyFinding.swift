/// How an identify call differs from the token that goes with it.
@nonexhaustive
public enum IdentifyFinding: Equatable, Sendable {
  /// The call is about another user than the token.
  case userIdMismatch(ClaimDifference)
  /// The call is about another organization than the token.
  case organizationMismatch(ClaimDifference)
  /// The token has an address, and the call has another or none.
  case emailMismatch(ClaimDifference)
  /// The call says whether the user is an administrator, which only the token may; whatever it says.
  case adminSet

  /// The stable name of the finding, part of the tools' output contract.
  public var code: String {
    switch self {
    case .userIdMismatch: "identify.user-id-mismatch"
    case .organizationMismatch: "identify.organization-mismatch"
    case .emailMismatch: "identify.email-mismatch"
    case .adminSet: "identify.admin-set"
    }
  }

  /// The claim concerned.
  public var claim: VeltClaim {
    switch self {
    case .userIdMismatch: .userId
    case .organizationMismatch: .organizationId
    case .emailMismatch: .email
    case .adminSet: .isAdmin
    }
  }
}
