/// Verifies the tokens of several issuers, each with its own keys, algorithms and audience.
///
/// `iss` is read before anything is verified, but only to choose among the verifiers; the chosen one
/// then checks everything, `iss` included, as if it were the only one. So a token that names an
/// issuer falsely meets that issuer's keys, and a token of an issuer that is not known meets none.
///
/// ```swift
/// let verifier = try MultiIssuerVerifier([ours, theirs])  // each policy names its issuer
/// let token = try verifier.verify(text, at: now)
/// ```
public struct MultiIssuerVerifier: VerifierSource {
  private let verifiers: [Verifier]
  private let table: IssuerTable

  /// Puts verifiers beside each other.
  ///
  /// - Throws: `PolicyError` if there is none, if one accepts any issuer, or if two accept the same.
  public init(
    _ verifiers: [Verifier], maximumByteCount: Int = JWSVerifier.defaultMaximumByteCount
  ) throws(PolicyError) {
    table = try IssuerTable(verifiers.map(\.issuers), maximumByteCount: maximumByteCount)
    self.verifiers = verifiers
  }

  /// Verifies a token in JWS Compact Serialization.
  ///
  /// - Throws: `VerificationFailure`; `.key(.unknownIssuer)` if no verifier is for its issuer.
  public func verify(
    _ token: [UInt8], at now: NumericDate
  ) throws(VerificationFailure) -> VerifiedToken {
    try verifiers[position(for: token)].verify(token, at: now)
  }

  /// Verifies a token in JWS Compact Serialization.
  ///
  /// - Throws: `VerificationFailure`; `.key(.unknownIssuer)` if no verifier is for its issuer.
  public func verify(
    _ token: String, at now: NumericDate
  ) throws(VerificationFailure) -> VerifiedToken {
    try verify(Array(token.utf8), at: now)
  }

  /// Verifies a token and tells the outcome of every step; same verdict as `verify`.
  public func report(_ token: [UInt8], at now: NumericDate) -> VerificationReport {
    do {
      return verifiers[try position(for: token)].report(token, at: now)
    } catch {
      return VerificationReport(beforeSignature: error)
    }
  }

  /// The place of the verifier for the issuer that a token names, among those given.
  ///
  /// What the token says is not verified. To be told which policy applies, not to be trusted.
  ///
  /// - Throws: `VerificationFailure` if the token names none that is known.
  public func position(for token: [UInt8]) throws(VerificationFailure) -> Int {
    try table.position(for: token)
  }

  /// Whether one of the verifiers has this number.
  public func isCurrent(_ generation: VerifierGeneration, at now: NumericDate) -> Bool {
    verifiers.contains { $0.generation == generation }
  }

  /// The verifier for the issuer that a token names.
  ///
  /// - Throws: `VerificationFailure` if the token names none that is known.
  public func verifier(
    for token: Span<UInt8>, at now: NumericDate
  ) throws(VerificationFailure) -> Verifier {
    verifiers[try position(for: token.copied())]
  }
}
