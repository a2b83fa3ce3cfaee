/// All rules about claims, in the order in which their outcomes are reported.
///
/// Every rule runs, whatever the others found: a token that is both expired and meant for somebody
/// else should say so at once (RFC 7519 §7.2 asks for all of them anyway). The header is handed over
/// only to a rule that wants it, because copying one for each token would count five references.
enum ClaimRules {
  @inline(__always)
  static func evaluate(
    _ claims: ClaimsSet, _ header: @autoclosure () -> JOSEHeader, _ policy: PreparedPolicy,
    now: NumericDate,
    into sink: inout some CheckSink
  ) {
    TypeRule.evaluate(header(), policy, into: &sink)
    ExpirationRule.evaluate(claims, policy, now: now, into: &sink)
    NotBeforeRule.evaluate(claims, policy, now: now, into: &sink)
    IssuedAtRule.evaluate(claims, policy, now: now, into: &sink)
    AgeRule.evaluate(claims, policy, now: now, into: &sink)
    LifetimeRule.evaluate(claims, policy, into: &sink)
    IssuerRule.evaluate(claims, policy, into: &sink)
    AudienceRule.evaluate(claims, policy, into: &sink)
    SubjectRule.evaluate(claims, policy, into: &sink)
    TokenIDRule.evaluate(claims, into: &sink)
    RequiredClaimsRule.evaluate(claims, policy, into: &sink)
    ClaimValueRule.evaluate(claims, policy, into: &sink)
  }
}
