/// The times at which a token is accepted, all else being equal: what `exp`, `nbf`, `iat` and the
/// greatest age make of it, with leeway.
///
/// For a token that was accepted at some time, so the claims are known to be usable.
package struct ValidityWindow: Equatable, Sendable {
  /// The first moment.
  package private(set) var first = NumericDate.distantPast
  /// The last moment.
  package private(set) var last = NumericDate.distantFuture
  /// The first moment behind the window, if a claim says one.
  package private(set) var end = NumericDate.distantFuture

  init(_ claims: ClaimsSet, _ policy: PreparedPolicy) {
    if let expiresAt = try? claims.time(.exp) {
      end = expiresAt.advanced(bySeconds: policy.leeway)
    }
    if let notBefore = try? claims.time(.nbf) {
      first = max(first, notBefore.advanced(bySeconds: -policy.leeway))
    }
    if let issuedAt = try? claims.time(.iat) {
      first = max(first, issuedAt.advanced(bySeconds: -policy.leeway))
      if let age = policy.maximumAge {
        last = issuedAt.advanced(bySeconds: age).advanced(bySeconds: policy.leeway)
      }
    }
  }

  /// Whether the token is accepted at that time.
  package func contains(_ now: NumericDate) -> Bool {
    first <= now && now <= last && now < end
  }

  /// The first whole second at which the token will not be accepted any more.
  package var over: NumericDate { min(end, last.advanced(bySeconds: 1)) }

  /// Whether the token will not be accepted any more.
  package func isOver(at now: NumericDate) -> Bool { now > last || now >= end }
}
