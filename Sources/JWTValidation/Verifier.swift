public import JOSEKeys

/// Verifies JWTs: signature, then every claim that the policy asks about (RFC 7519 §7.2).
///
/// Make one at start-up and share it: it is `Sendable`, holds no lock, and never reads a clock. Time
/// is an argument, so that a decision can be tested and repeated.
///
/// ```swift
/// let verifier = try Verifier(keys: .jwks(data), policy: policy)
/// let token = try verifier.verify(text, at: now)
/// ```
public struct Verifier: Sendable {
  private let signatures: JWSVerifier
  private let policy: PreparedPolicy
  /// Which verifier this is: copies of one share it, no two that were made do.
  public let generation = VerifierGeneration()

  /// Makes keys and policy ready.
  ///
  /// - Throws: `PolicyError` if the policy contradicts itself or no key can be used with it.
  public init(
    keys: VerificationKeys, policy: ValidationPolicy,
    maximumByteCount: Int = JWSVerifier.defaultMaximumByteCount
  ) throws(PolicyError) {
    signatures = try JWSVerifier(
      keys: keys, algorithms: policy.algorithms, maximumByteCount: maximumByteCount)
    self.policy = try PreparedPolicy(policy)
  }

  /// The secrets of a JWK Set that are too short for an algorithm of the policy, and therefore not
  /// used.
  public var unusedKeys: [SkippedKey] { signatures.unusedKeys }

  /// The issuers that are accepted, as bytes; empty if any is.
  var issuers: [[UInt8]] { policy.issuers }

  /// Verifies a token in JWS Compact Serialization.
  ///
  /// - Throws: `VerificationFailure`: the first stage that failed, or all claims that did.
  public func verify(
    _ token: String, at now: NumericDate
  ) throws(VerificationFailure) -> VerifiedToken {
    try verify(token.utf8.span, at: now)
  }

  /// Verifies a token in JWS Compact Serialization.
  ///
  /// - Throws: `VerificationFailure`: the first stage that failed, or all claims that did.
  public func verify(
    _ token: [UInt8], at now: NumericDate
  ) throws(VerificationFailure) -> VerifiedToken {
    try verify(token.span, at: now)
  }

  /// Verifies a token in JWS Compact Serialization, without copying its text.
  ///
  /// - Throws: `VerificationFailure`: the first stage that failed, or all claims that did.
  public func verify(
    _ token: Span<UInt8>, at now: NumericDate
  ) throws(VerificationFailure) -> VerifiedToken {
    // 1. Form, header, key and signature.
    var accepted = try signatures.accept(token, allowsUnencoded: false)
    // 2. The payload is a claims set.
    let claims: ClaimsSet
    do { claims = try accepted.parts.takeClaims() } catch { throw .malformed(error) }
    // 3. Every claim satisfies the policy.
    var sink = FailureSink()
    ClaimRules.evaluate(claims, accepted.signature.header.header, policy, now: now, into: &sink)
    guard sink.failures.isEmpty else { throw .claims(sink.failures) }
    // 4. Only here does a token become a verified one.
    return VerifiedToken(afterAllChecks: (consume accepted).signature, claims: claims)
  }

  /// Verifies a token and tells the outcome of every step, for people and for logs of decisions.
  ///
  /// Same rules, same verdict as `verify`; slower, because everything is written down.
  public func report(_ token: [UInt8], at now: NumericDate) -> VerificationReport {
    do {
      let verified = try verify(token, at: now)
      return VerificationReport(.success(verified), claimChecks: trace(verified, now))
    } catch .claims(let failures) {
      var checks: [Check] = []
      if var accepted = try? signatures.accept(token.span, allowsUnencoded: false),
        let claims = try? accepted.parts.takeClaims()
      {
        checks = trace(claims, accepted.signature.header.header, now)
      }
      return VerificationReport(.failure(.claims(failures)), claimChecks: checks)
    } catch {
      return VerificationReport(.failure(error), claimChecks: [])
    }
  }

  /// The times at which this verifier accepts a token that it has accepted once.
  package func window(of token: VerifiedToken) -> ValidityWindow {
    ValidityWindow(token.claims, policy)
  }

  private func trace(_ token: VerifiedToken, _ now: NumericDate) -> [Check] {
    trace(token.claims, token.header, now)
  }

  private func trace(_ claims: ClaimsSet, _ header: JOSEHeader, _ now: NumericDate) -> [Check] {
    var sink = TraceSink()
    ClaimRules.evaluate(claims, header, policy, now: now, into: &sink)
    return sink.checks
  }
}
