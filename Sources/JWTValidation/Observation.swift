/// What an inspection sees without any key or policy: it weighs less than an error because nobody
/// has asked for anything yet.
@nonexhaustive
public enum Observation: Equatable, Sendable {
  /// The header says that the token is not signed.
  case unsecured
  /// The algorithm is none that this library verifies.
  case unknownAlgorithm(String)
  /// The header carries or names a key (`jwk`, `jku`, `x5u`, `x5c`), which is never followed.
  case keyInHeader(parameter: String)
  /// `exp` has passed at the time of the inspection.
  case expired(at: NumericDate)
  /// `nbf` lies ahead at the time of the inspection.
  case notYetValid(from: NumericDate)
  /// `iat` lies ahead at the time of the inspection.
  case issuedInFuture(at: NumericDate)
  /// A registered claim that no reader could use as it is.
  case unusableClaim(ClaimFailure)
  /// The token has an audience, and nobody said which one is expected (RFC 7519 §4.1.3).
  case audienceNotChecked
  /// There is no `exp`: the token never expires.
  case neverExpires

  /// The stable name of the observation, part of the tools' output contract.
  public var code: String {
    switch self {
    case .unsecured: "alg.none"
    case .unknownAlgorithm: "alg.unknown"
    case .keyInHeader: "header.embedded-key"
    case .expired: "exp.passed"
    case .notYetValid: "nbf.in-future"
    case .issuedInFuture: "iat.in-future"
    case .unusableClaim(let failure): failure.code
    case .audienceNotChecked: "aud.not-checked"
    case .neverExpires: "exp.missing"
    }
  }

  /// How much the observation weighs.
  public var severity: Finding.Severity {
    switch self {
    case .keyInHeader: .note
    default: .warning
    }
  }

  /// The claim or header parameter concerned.
  public var claim: String? {
    switch self {
    case .unsecured, .unknownAlgorithm: "alg"
    case .keyInHeader(let parameter): parameter
    case .expired, .neverExpires: "exp"
    case .notYetValid: "nbf"
    case .issuedInFuture: "iat"
    case .unusableClaim(let failure): failure.claim
    case .audienceNotChecked: "aud"
    }
  }
}
