/// `nbf`, where it is there, has come, with leeway (RFC 7519 §4.1.5).
enum NotBeforeRule {
  @inline(__always)
  static func evaluate(
    _ claims: ClaimsSet, _ policy: PreparedPolicy, now: NumericDate,
    into sink: inout some CheckSink
  ) {
    do throws(ClaimFailure) {
      guard let notBefore = try claims.time(.nbf) else { return sink.skip(.nbf, .absent) }
      guard now.advanced(bySeconds: policy.leeway) >= notBefore else {
        throw ClaimFailure.notYetValid(from: notBefore, now: now)
      }
      sink.pass(.nbf)
    } catch {
      sink.fail(.nbf, error)
    }
  }
}
