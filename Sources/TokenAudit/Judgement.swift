import JOSE
import JWTValidation
import StrictCoding
import Velt

/// What is said of a token.
///
/// It is not copied: there is one for every token, with references to count.
struct Judgement: ~Copyable {
  var verdict: AuditVerdict
  /// Why it is refused.
  var codes: [String] = []
  /// What is unwise in it.
  var lintCodes: [String] = []
  /// What the service's own `verifyToken` would say if it were right; `nil` for a verified token, or
  /// where nobody asks.
  var veltCode: VerifyTokenCode?
  /// What it says, believed or not; `nil` for what cannot be read.
  var claims: ClaimFacts?
}

extension Judgement {
  /// What is said of a token that a verifier refuses.
  init(rejected token: Span<UInt8>, for failure: VerificationFailure, _ terms: JudgeTerms) {
    self.init(
      verdict: .rejected, codes: failure.codes,
      veltCode: terms.showsVeltCode ? VerifyTokenCode(failure) : nil,
      claims: ClaimFacts(unverified: token, terms.repeatSeed))
  }
}

/// What an audit needs of a token's claims, so that the claims themselves can go.
struct ClaimFacts {
  let expiration: NumericDate?
  let issuer: JSONValue?
  /// What the issuer and `jti` are known by; 0 without `jti`, or where nobody asks.
  let identifier: UInt64

  init(_ claims: ClaimsOverview, _ repeatSeed: UInt64?) {
    expiration = claims.expiration
    issuer = claims.issuer
    identifier =
      if let repeatSeed, let value = claims.tokenID {
        Self.identifier(value, of: issuer, repeatSeed)
      } else {
        0
      }
  }

  /// Reads a token that nobody has verified; `nil` if it cannot be read.
  init?(unverified token: Span<UInt8>, _ repeatSeed: UInt64?) {
    guard let token = try? UnverifiedToken(token) else { return nil }
    self.init(token.overview, repeatSeed)
  }

  private static func identifier(
    _ value: JSONValue, of issuer: JSONValue?, _ seed: UInt64
  ) -> UInt64 {
    let issuer = issuer?.withSource { $0.fingerprint(seed: seed) } ?? seed
    return value.withSource { $0.fingerprint(seed: issuer) }
  }
}
