/// `exp` lies in the future, with leeway (RFC 7519 §4.1.4: "on or after" it the token is refused).
enum ExpirationRule {
  @inline(__always)
  static func evaluate(
    _ claims: ClaimsSet, _ policy: PreparedPolicy, now: NumericDate,
    into sink: inout some CheckSink
  ) {
    do throws(ClaimFailure) {
      guard let expiresAt = try claims.time(.exp) else {
        if case .notRequired(let reason) = policy.policy.expiration {
          return sink.skip(.exp, .waived(reason))
        }
        throw ClaimFailure.missing(claim: "exp")
      }
      guard now < expiresAt.advanced(bySeconds: policy.leeway) else {
        throw ClaimFailure.expired(at: expiresAt, now: now)
      }
      sink.pass(.exp)
    } catch {
      sink.fail(.exp, error)
    }
  }
}
