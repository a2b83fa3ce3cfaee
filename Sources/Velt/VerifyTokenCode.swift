public import JWTValidation

/// The nine codes of the `verifyToken` function in the service's own server libraries.
///
/// Each finding of an error maps to exactly one of them:
///
/// | code | here |
/// |---|---|
/// | `NOT_CONFIGURED` | there is no key, so the signature was not checked |
/// | `MISSING_TOKEN` | no text, or `undefined`, `null`, `[object Object]` |
/// | `EXPIRED` | `exp` or the 48 hours have passed |
/// | `INVALID_SIGNATURE` | the signature is not good, or its base64url is not |
/// | `CLAIM_MISMATCH` | any other claim: request, identify call, times, types |
/// | `ALGORITHM_NOT_ALLOWED` | `alg` is `none` or not allowed; no or mixed algorithms |
/// | `KEY_RESOLUTION_FAILED` | no key, several keys, or the wrong one; a key that is none |
/// | `DEPENDENCY_MISSING` | libcrypto lacks what a key needs |
/// | `VERIFICATION_FAILED` | not readable as a token: form, JSON, header |
public enum VerifyTokenCode: String, CaseIterable, Equatable, Sendable {
  case notConfigured = "NOT_CONFIGURED"
  case missingToken = "MISSING_TOKEN"
  case expired = "EXPIRED"
  case invalidSignature = "INVALID_SIGNATURE"
  case claimMismatch = "CLAIM_MISMATCH"
  case algorithmNotAllowed = "ALGORITHM_NOT_ALLOWED"
  case keyResolutionFailed = "KEY_RESOLUTION_FAILED"
  case dependencyMissing = "DEPENDENCY_MISSING"
  case verificationFailed = "VERIFICATION_FAILED"

  /// Which code stands for a token with several errors, first match first. `EXPIRED` comes last:
  /// callers answer it by fetching a new token, which must not hide a forged or foreign one.
  static let byGravity: [VerifyTokenCode] = [
    .missingToken, .verificationFailed, .dependencyMissing, .algorithmNotAllowed,
    .keyResolutionFailed, .invalidSignature, .notConfigured, .claimMismatch, .expired,
  ]

  /// The code for a verifier that could not even be made.
  public init(_ error: PolicyError) {
    switch error {
    case .noAlgorithms, .mixedAlgorithms: self = .algorithmNotAllowed
    case .key(.unavailable): self = .dependencyMissing
    case .noUsableKey, .key: self = .keyResolutionFailed
    case .negativeDuration, .emptyName, .issuerNotNamed, .duplicateIssuer: self = .notConfigured
    }
  }

  /// The code for a token that a verifier refused, such as one with the policy `.velt`.
  public init(_ failure: VerificationFailure) {
    let codes = failure.findings.map(\.verifyTokenCode)
    self = Self.byGravity.first(where: codes.contains) ?? .verificationFailed
  }
}

extension VeltFinding {
  /// The code that stands for the finding if it is an error.
  public var verifyTokenCode: VerifyTokenCode {
    switch self {
    case .mistake(.placeholder): .missingToken
    case .mistake: .verificationFailed
    case .validation(let finding): finding.verifyTokenCode
    case .signatureNotChecked: .notConfigured
    case .window(.passed): .expired
    case .claim, .request, .identify, .window: .claimMismatch
    }
  }
}

extension Finding {
  fileprivate var verifyTokenCode: VerifyTokenCode {
    switch self {
    case .token(.empty): .missingToken
    case .token(.encoding(.signature, _)): .invalidSignature
    case .token, .header, .observation: .verificationFailed
    case .key(.unsecured), .key(.algorithmNotAllowed): .algorithmNotAllowed
    case .key: .keyResolutionFailed
    case .signature: .invalidSignature
    case .claim(.expired), .claim(.tooOld): .expired
    case .claim: .claimMismatch
    }
  }
}
