/// Says which claims do not satisfy a policy, of a claims set whoever made it.
///
/// For readers who compare claims before or without a signature. That nothing is wrong with claims
/// says nothing about who wrote them; only `Verifier` does.
public struct ClaimsValidator: Sendable {
  private let policy: PreparedPolicy

  /// Makes a policy ready.
  ///
  /// - Throws: `PolicyError` if the policy contradicts itself.
  public init(_ policy: ValidationPolicy) throws(PolicyError) {
    self.policy = try PreparedPolicy(policy)
  }

  /// Every claim that does not satisfy the policy, the header's `typ` included.
  public func failures(
    in claims: JSONObject, header: JOSEHeader, at now: NumericDate
  ) -> [ClaimFailure] {
    var sink = FailureSink()
    ClaimRules.evaluate(ClaimsSet(claims), header, policy, now: now, into: &sink)
    return sink.failures
  }
}
