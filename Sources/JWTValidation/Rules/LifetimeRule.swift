/// From `iat` to `exp` is no longer than the policy allows, and not negative. No leeway: both times
/// come from one clock.
enum LifetimeRule {
  @inline(__always)
  static func evaluate(
    _ claims: ClaimsSet, _ policy: PreparedPolicy, into sink: inout some CheckSink
  ) {
    guard let limit = policy.maximumLifetime else {
      if case .ignored(let reason) = policy.policy.lifetime {
        return sink.skip(.lifetime, .waived(reason))
      }
      return sink.skip(.lifetime, .notAsked)
    }
    // A missing `exp` has been reported by its own rule, unless the policy waives it.
    if claims[.exp] == nil, policy.policy.expiration != .required {
      return sink.fail(.lifetime, .missing(claim: "exp"))
    }
    guard claims[.iat] != nil else { return sink.fail(.lifetime, .missing(claim: "iat")) }
    guard let issuedAt = try? claims.time(.iat), let expiresAt = try? claims.time(.exp) else {
      return sink.skip(.lifetime, .notReached)
    }
    guard expiresAt > issuedAt else {
      return sink.fail(
        .lifetime, .expiresBeforeIssued(issuedAt: issuedAt, expiresAt: expiresAt))
    }
    guard expiresAt <= issuedAt.advanced(bySeconds: limit) else {
      let lifetime = expiresAt.seconds(since: issuedAt)
      return sink.fail(.lifetime, .lifetimeTooLong(lifetime: lifetime, limit: limit))
    }
    sink.pass(.lifetime)
  }
}
