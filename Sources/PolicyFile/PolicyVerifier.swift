public import JWTValidation

/// The verifier of a policy file, whether it holds one issuer or several.
public enum PolicyVerifier: Sendable {
  /// One policy for every token.
  case one(Verifier)
  /// A policy for each issuer.
  case several(MultiIssuerVerifier)

  /// What bearer authentication takes.
  public var source: any VerifierSource {
    switch self {
    case .one(let verifier): verifier
    case .several(let verifier): verifier
    }
  }

  /// Verifies a token in JWS Compact Serialization.
  ///
  /// - Throws: `VerificationFailure`.
  public func verify(
    _ token: [UInt8], at now: NumericDate
  ) throws(VerificationFailure) -> VerifiedToken {
    switch self {
    case .one(let verifier): try verifier.verify(token, at: now)
    case .several(let verifier): try verifier.verify(token, at: now)
    }
  }

  /// Verifies a token in JWS Compact Serialization.
  ///
  /// - Throws: `VerificationFailure`.
  public func verify(
    _ token: String, at now: NumericDate
  ) throws(VerificationFailure) -> VerifiedToken {
    try verify(Array(token.utf8), at: now)
  }

  /// Verifies a token and tells the outcome of every step; same verdict as `verify`.
  public func report(_ token: [UInt8], at now: NumericDate) -> VerificationReport {
    switch self {
    case .one(let verifier): verifier.report(token, at: now)
    case .several(let verifier): verifier.report(token, at: now)
    }
  }

  /// The position of the entry that a token is judged by. What the token says is not verified.
  ///
  /// - Throws: `VerificationFailure` if none is for the issuer that the token names.
  public func position(for token: [UInt8]) throws(VerificationFailure) -> Int {
    switch self {
    case .one: 0
    case .several(let verifier): try verifier.position(for: token)
    }
  }
}
