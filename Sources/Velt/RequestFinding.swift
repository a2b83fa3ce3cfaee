public import JWTValidation
public import StrictCoding

/// How a token differs from what was requested.
@nonexhaustive
public enum RequestFinding: Equatable, Sendable {
  /// The token is for another user, or says no user.
  case userIdMismatch(ClaimDifference)
  /// The token is for another organization, or says none.
  case organizationMismatch(ClaimDifference)
  /// An administrator was asked for; the token says `false` (`.different`) or nothing (`.missing`).
  case adminMissing(ClaimDifference)
  /// The token makes an administrator of somebody who was not to be one: nothing weighs more.
  case adminNotRequested(at: [JSONPointer])
  /// The token has another address than the one asked for, or none.
  case emailMismatch(ClaimDifference)
  /// The token has an address that nobody asked for; `identify()` must then be called with it.
  case emailNotRequested(at: [JSONPointer])

  /// The stable name of the finding, part of the tools' output contract.
  public var code: String {
    switch self {
    case .userIdMismatch: "request.user-id-mismatch"
    case .organizationMismatch: "request.organization-mismatch"
    case .adminMissing: "request.admin-missing"
    case .adminNotRequested: "request.admin-not-requested"
    case .emailMismatch: "request.email-mismatch"
    case .emailNotRequested: "request.email-not-requested"
    }
  }

  /// How much the finding weighs.
  public var severity: Finding.Severity {
    if case .emailNotRequested = self { .note } else { .error }
  }

  /// The claim concerned.
  public var claim: VeltClaim {
    switch self {
    case .userIdMismatch: .userId
    case .organizationMismatch: .organizationId
    case .adminMissing, .adminNotRequested: .isAdmin
    case .emailMismatch, .emailNotRequested: .email
    }
  }
}
