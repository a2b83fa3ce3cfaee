/// Every claim that the policy lists is there; `null` counts as not there.
enum RequiredClaimsRule {
  @inline(__always)
  static func evaluate(
    _ claims: ClaimsSet, _ policy: PreparedPolicy, into sink: inout some CheckSink
  ) {
    guard !policy.requiredClaims.isEmpty else { return sink.skip(.required, .notAsked) }
    var isComplete = true
    for (name, bytes) in policy.requiredClaims
    where claims.revealed[utf8: bytes].map(\.isNull) ?? true {
      sink.fail(.required, .missing(claim: name))
      isComplete = false
    }
    if isComplete { sink.pass(.required) }
  }
}
