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
  private let positionsByIssuer: [[UInt8]: Int]
  private let maximumByteCount: Int

  /// Puts verifiers beside each other.
  ///
  /// - Throws: `PolicyError` if there is none, if one accepts any issuer, or if two accept the same.
  public init(
    _ verifiers: [Verifier], maximumByteCount: Int = JWSVerifier.defaultMaximumByteCount
  ) throws(PolicyError) {
    guard !verifiers.isEmpty else { throw .issuerNotNamed }
    var positions: [[UInt8]: Int] = [:]
    for (index, verifier) in verifiers.enumerated() {
      guard !verifier.issuers.isEmpty else { throw .issuerNotNamed }
      for issuer in verifier.issuers {
        guard positions.updateValue(index, forKey: issuer) == nil else {
          throw .duplicateIssuer(String(decoding: issuer, as: UTF8.self))
        }
      }
    }
    self.verifiers = verifiers
    positionsByIssuer = positions
    self.maximumByteCount = maximumByteCount
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
    guard let issuer = try Self.claims(token, limit: maximumByteCount)["iss"]?.stringBytes else {
      throw .key(.issuerNeeded)
    }
    guard let position = positionsByIssuer[issuer] else { throw .key(.unknownIssuer) }
    return position
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

  /// The claims as they stand, by the rules and in the order in which a verifier reads a token.
  private static func claims(
    _ token: [UInt8], limit: Int
  ) throws(VerificationFailure) -> JSONObject {
    let text = token.span
    let header: JOSEHeader
    let payload: Span<UInt8>
    do {
      let segments = try CompactSegments(text, limit: limit)
      header = try JOSEHeader(encoded: text.extracting(segments.header))
      payload = text.extracting(segments.payload)
    } catch {
      throw .malformed(error)
    }
    guard header.violations.isEmpty else { throw .header(header.violations) }
    guard header.isPayloadEncoded else { throw .header([.unencodedPayload]) }
    guard !header.isUnsecured else { throw .key(.unsecured) }
    let bytes: [UInt8]
    do { bytes = try Base64URL.decode(payload) } catch {
      throw .malformed(.encoding(.payload, error))
    }
    let value: JSONValue
    do { value = try JSONValue.parse(bytes) } catch { throw .malformed(.json(.payload, error)) }
    guard let claims = value.object else {
      throw .malformed(.notAnObject(.payload, found: value.kind))
    }
    return claims
  }
}
