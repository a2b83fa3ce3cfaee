/// A claim, or the header's `typ`, that does not satisfy the policy (RFC 7519 §4.1).
///
/// Times stand in the cases because a reader needs them to see what is wrong. Other values of the
/// token do not: they may be personal data, and whoever holds the token can look.
@nonexhaustive
public enum ClaimFailure: Error, Equatable, Sendable {
  /// A claim that the policy needs is not there.
  case missing(claim: String)
  /// A claim has a value of the wrong JSON type.
  case wrongType(claim: String, expected: [JSONValue.Kind], found: JSONValue.Kind)
  /// A time beyond what can be a date.
  case outOfRange(claim: String)
  /// A time of 13 or 14 digits: milliseconds where RFC 7519 §2 asks for seconds.
  case milliseconds(claim: String, value: NumericDate)
  /// `exp` is not later than now.
  case expired(at: NumericDate, now: NumericDate)
  /// `nbf` is later than now.
  case notYetValid(from: NumericDate, now: NumericDate)
  /// `iat` is later than now: a clock is wrong, or the token is forged.
  case issuedInFuture(at: NumericDate, now: NumericDate)
  /// `iat` is longer ago than the policy allows; seconds.
  case tooOld(age: Int64, limit: Int64)
  /// From `iat` to `exp` is longer than the policy allows; seconds.
  case lifetimeTooLong(lifetime: Int64, limit: Int64)
  /// `exp` is not later than `iat`: the token was never valid.
  case expiresBeforeIssued(issuedAt: NumericDate, expiresAt: NumericDate)
  /// `iss` is none of the accepted issuers.
  case issuerMismatch(accepted: [String])
  /// None of the token's audiences is an accepted one.
  case audienceMismatch(accepted: [String])
  /// `sub` is not the accepted subject.
  case subjectMismatch
  /// The header's `typ` is not the one the policy names.
  case typeMismatch(accepted: String)
  /// A value is not the one that a rule of the policy asks for.
  case notEqual(at: JSONPointer, value: ClaimRule.Value)
  /// A value is none of those that a rule of the policy asks for.
  case notOneOf(at: JSONPointer, values: [ClaimRule.Value])
  /// A value is no list, or a list without what a rule of the policy asks for.
  case notContaining(at: JSONPointer, value: ClaimRule.Value)
  /// `azp` names another party than this client.
  case authorizedPartyMismatch
  /// `nonce` is not the one that was sent.
  case nonceMismatch
  /// `at_hash` is not the digest of the access token that came with the token.
  case accessTokenHashMismatch
  /// The token is meant for others too, whom nobody here has said to trust.
  case untrustedAudience

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch self {
    case .missing(let claim): Self.codePrefix(claim) + ".missing"
    case .wrongType(let claim, _, _): Self.codePrefix(claim) + ".wrong-type"
    case .outOfRange(let claim): Self.codePrefix(claim) + ".out-of-range"
    case .milliseconds(let claim, _): Self.codePrefix(claim) + ".milliseconds"
    case .expired: "exp.passed"
    case .notYetValid: "nbf.in-future"
    case .issuedInFuture: "iat.in-future"
    case .tooOld: "age.exceeded"
    case .lifetimeTooLong: "lifetime.too-long"
    case .expiresBeforeIssued: "lifetime.negative"
    case .issuerMismatch: "iss.mismatch"
    case .audienceMismatch: "aud.mismatch"
    case .subjectMismatch: "sub.mismatch"
    case .typeMismatch: "typ.mismatch"
    case .notEqual: "claim.not-equal"
    case .notOneOf: "claim.not-one-of"
    case .notContaining: "claim.not-containing"
    case .authorizedPartyMismatch: "azp.mismatch"
    case .nonceMismatch: "nonce.mismatch"
    case .accessTokenHashMismatch: "at_hash.mismatch"
    case .untrustedAudience: "aud.untrusted"
    }
  }

  /// The claim (or, for `typ`, the header parameter) concerned.
  public var claim: String {
    switch self {
    case .missing(let claim), .wrongType(let claim, _, _), .outOfRange(let claim),
      .milliseconds(let claim, _):
      claim
    case .expired, .lifetimeTooLong, .expiresBeforeIssued: "exp"
    case .notYetValid: "nbf"
    case .issuedInFuture, .tooOld: "iat"
    case .issuerMismatch: "iss"
    case .audienceMismatch, .untrustedAudience: "aud"
    case .subjectMismatch: "sub"
    case .authorizedPartyMismatch: "azp"
    case .nonceMismatch: "nonce"
    case .accessTokenHashMismatch: "at_hash"
    case .typeMismatch: "typ"
    case .notEqual(let pointer, _), .notOneOf(let pointer, _), .notContaining(let pointer, _):
      String(decoding: pointer.tokens.first ?? [], as: UTF8.self)
    }
  }

  /// Whether waiting, or a right clock, could change the outcome.
  public var isTimeWindow: Bool {
    switch self {
    case .expired, .notYetValid, .issuedInFuture, .tooOld: true
    default: false
    }
  }

  /// Codes are a closed set, so claims without a rule of their own share one prefix.
  private static func codePrefix(_ claim: String) -> String {
    let registered = ["exp", "nbf", "iat", "iss", "aud", "sub", "jti", "typ"]
    return registered.first { $0.utf8.elementsEqual(claim.utf8) } ?? "claim"
  }
}
