import JWTValidation

extension Rejection {
  /// Why a request is refused: a small set that stays as it is, for metrics and logs.
  public enum Reason: String, CaseIterable, Sendable {
    /// No bearer token came.
    case noToken = "no-token"
    /// The header says `Bearer`, but what follows is not one token.
    case malformedHeader = "malformed-header"
    /// More than one header, or several values joined by a comma: somebody behind us might read
    /// another token than we do.
    case severalTokens = "several-tokens"
    /// The token is larger than is looked at.
    case tokenTooLarge = "token-too-large"
    /// The token has not the form of a JWT, or its header breaks a rule.
    case malformedToken = "malformed-token"
    /// The token's algorithm is not accepted.
    case algorithmNotAllowed = "algorithm-not-allowed"
    /// No key of ours is the token's.
    case unknownKey = "unknown-key"
    /// The signature is not good.
    case invalidSignature = "invalid-signature"
    /// The token has expired, or is too old.
    case expired
    /// The token is not valid yet.
    case notYetValid = "not-yet-valid"
    /// The token is good, but not for us.
    case claimsRefused = "claims-refused"
    /// The token was revoked.
    case revoked
    /// The token may be used once, and was.
    case replayed
    /// The proof that the client has the token's key is not good, or not for this request.
    case invalidProof = "invalid-proof"
    /// The proof lacks the nonce that is asked for: the client may try again with that of the answer.
    case proofNonceNeeded = "proof-nonce-needed"
    /// The token lacks a scope.
    case insufficientScope = "insufficient-scope"
    /// The token is for another organization.
    case wrongOrganization = "wrong-organization"
    /// The token is not an administrator's.
    case notAdministrator = "not-administrator"
    /// Another rule about access is not met.
    case accessDenied = "access-denied"
    /// The issuer's keys cannot be had at the moment.
    case keysUnavailable = "keys-unavailable"
    /// It cannot be known at the moment whether the token was revoked or used.
    case storeUnavailable = "store-unavailable"

    /// Whether the reason is about a proof that comes beside the token: without `DPoPAuthenticator`
    /// there is none.
    package var isAboutProof: Bool { self == .invalidProof || self == .proofNonceNeeded }

    /// The HTTP status code to answer with.
    ///
    /// 401 also for a header that is malformed, where RFC 6750 §3.1 recommends 400: gateways that ask
    /// by a request of their own understand 401 and 403 only.
    public var status: Int {
      switch self {
      case .insufficientScope, .wrongOrganization, .notAdministrator, .accessDenied: 403
      case .keysUnavailable, .storeUnavailable: 503
      case .noToken, .malformedHeader, .severalTokens, .tokenTooLarge, .malformedToken,
        .algorithmNotAllowed, .unknownKey, .invalidSignature, .expired, .notYetValid,
        .claimsRefused, .revoked, .replayed, .invalidProof, .proofNonceNeeded:
        401
      }
    }

    /// The error code of RFC 6750 §3.1 or RFC 9449 §12.2; `nil` where none belongs.
    var challengeError: String? {
      switch self {
      case .noToken, .keysUnavailable, .storeUnavailable: nil
      case .malformedHeader, .severalTokens: "invalid_request"
      case .insufficientScope, .wrongOrganization, .notAdministrator, .accessDenied:
        "insufficient_scope"
      case .invalidProof: "invalid_dpop_proof"
      case .proofNonceNeeded: "use_dpop_nonce"
      case .tokenTooLarge, .malformedToken, .algorithmNotAllowed, .unknownKey, .invalidSignature,
        .expired, .notYetValid, .claimsRefused, .revoked, .replayed:
        "invalid_token"
      }
    }

    /// What a failed verification comes to.
    init(_ failure: VerificationFailure) {
      self =
        switch failure {
        case .malformed(.tooLarge): .tokenTooLarge
        case .malformed, .header: .malformedToken
        case .key(.keysUnavailable): .keysUnavailable
        case .key(.unsecured), .key(.algorithmNotAllowed): .algorithmNotAllowed
        case .key: .unknownKey
        case .signature: .invalidSignature
        case .claims(let failures): Self.reason(failures)
        }
    }

    /// A time alone is worth a reason of its own: the client then needs a new token, or a right clock.
    private static func reason(_ failures: [ClaimFailure]) -> Reason {
      guard failures.allSatisfy(\.isTimeWindow) else { return .claimsRefused }
      let isOver = failures.contains { failure in
        switch failure {
        case .expired, .tooOld: true
        default: false
        }
      }
      return isOver ? .expired : .notYetValid
    }
  }
}
