public import JWTValidation

/// Sources for several issuers beside each other, each with its own keys, algorithms and audience;
/// some may have keys that are fetched.
///
/// `iss` chooses among them before anything is verified; the chosen one then checks everything, `iss`
/// included, as if it were the only one. While the keys of one issuer cannot be had, the tokens of the
/// others are verified as ever.
///
/// ```swift
/// let source = try MultiIssuerSource([ours, theirs])  // each policy names its issuer
/// let authenticator = try AsyncBearerAuthenticator(verifier: source)
/// ```
public struct MultiIssuerSource: RefreshableVerifierSource {
  private let sources: [any IssuerVerifierSource]
  private let table: IssuerTable

  /// Puts sources beside each other.
  ///
  /// - Throws: `PolicyError` if there is none, if one accepts any issuer, or if two accept the same.
  public init(
    _ sources: [any IssuerVerifierSource],
    maximumByteCount: Int = JWSVerifier.defaultMaximumByteCount
  ) throws(PolicyError) {
    table = try IssuerTable(
      sources.map { $0.acceptedIssuers.map { Array($0.utf8) } }, maximumByteCount: maximumByteCount)
    self.sources = sources
  }

  /// The verifier for the issuer that a token names.
  ///
  /// - Throws: `VerificationFailure` if the token names none that is known, or if the issuer's keys
  ///   cannot be had.
  public func verifier(
    for token: Span<UInt8>, at now: NumericDate
  ) throws(VerificationFailure) -> Verifier {
    try sources[table.position(for: token.copied())].verifier(for: token, at: now)
  }

  /// Whether one of the sources still judges by the verifier of this number.
  public func isCurrent(_ generation: VerifierGeneration, at now: NumericDate) -> Bool {
    sources.contains { $0.isCurrent(generation, at: now) }
  }

  /// Gets newer keys of the issuer that a token names, and of no other.
  public func refresh(
    after failure: VerificationFailure, for token: [UInt8], at now: NumericDate
  ) async -> Bool {
    guard let position = try? table.position(for: token),
      let source = sources[position] as? any RefreshableVerifierSource
    else { return false }
    return await source.refresh(after: failure, for: token, at: now)
  }
}
