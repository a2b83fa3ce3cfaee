/// `sub` is a string, and the accepted one where the policy names one (RFC 7519 §4.1.2).
enum SubjectRule {
  @inline(__always)
  static func evaluate(
    _ claims: ClaimsSet, _ policy: PreparedPolicy, into sink: inout some CheckSink
  ) {
    guard let kind = claims.kind(.sub) else {
      return policy.subject == nil
        ? sink.skip(.sub, .absent) : sink.fail(.sub, .missing(claim: "sub"))
    }
    guard kind == .string else {
      return sink.fail(.sub, .wrongType(claim: "sub", expected: [.string], found: kind))
    }
    if let accepted = policy.subject, !claims.isString(.sub, oneOf: [accepted]) {
      return sink.fail(.sub, .subjectMismatch)
    }
    sink.pass(.sub)
  }
}
