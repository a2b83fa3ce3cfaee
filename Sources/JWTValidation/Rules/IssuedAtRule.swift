/// `iat`, where it is there, is not in the future, with leeway (RFC 7519 §4.1.6).
///
/// The standard does not ask for this; but a token from the future means a wrong clock or a forgery,
/// and either makes every other time in it worthless.
enum IssuedAtRule {
  @inline(__always)
  static func evaluate(
    _ claims: ClaimsSet, _ policy: PreparedPolicy, now: NumericDate,
    into sink: inout some CheckSink
  ) {
    do throws(ClaimFailure) {
      guard let issuedAt = try claims.time(.iat) else { return sink.skip(.iat, .absent) }
      guard now.advanced(bySeconds: policy.leeway) >= issuedAt else {
        throw ClaimFailure.issuedInFuture(at: issuedAt, now: now)
      }
      sink.pass(.iat)
    } catch {
      sink.fail(.iat, error)
    }
  }
}
