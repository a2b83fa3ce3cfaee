/// The token was issued no longer ago than the policy allows.
enum AgeRule {
  @inline(__always)
  static func evaluate(
    _ claims: ClaimsSet, _ policy: PreparedPolicy, now: NumericDate,
    into sink: inout some CheckSink
  ) {
    guard let limit = policy.maximumAge else { return sink.skip(.age, .notAsked) }
    guard claims[.iat] != nil else { return sink.fail(.age, .missing(claim: "iat")) }
    // An `iat` that is no time has been reported by its own rule.
    guard let issuedAt = try? claims.time(.iat) else { return sink.skip(.age, .notReached) }
    guard now <= issuedAt.advanced(bySeconds: limit).advanced(bySeconds: policy.leeway) else {
      return sink.fail(.age, .tooOld(age: now.seconds(since: issuedAt), limit: limit))
    }
    sink.pass(.age)
  }
}
