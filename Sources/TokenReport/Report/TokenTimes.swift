package import JWTValidation
package import Velt

/// The times of a token beside the moment at which it is looked at.
package struct TokenTimes: Equatable, Sendable {
  /// The moment of the look.
  package let now: NumericDate
  /// `iat`, if it can be used.
  package let issuedAt: NumericDate?
  /// `exp`, if it can be used.
  package let expiresAt: NumericDate?
  /// What ends the token where the 48-hour rule applies; `nil` elsewhere.
  package let windowEnd: TokenWindow.End?

  /// Takes the times out of the claims, without any rule.
  package init(_ inspection: Inspection, now: NumericDate) {
    self.now = now
    windowEnd = nil
    if let claims = inspection.claims {
      issuedAt = Self.time("iat", claims)
      expiresAt = Self.time("exp", claims)
    } else {
      issuedAt = nil
      expiresAt = nil
    }
  }

  /// A look at what has no times.
  init(now: NumericDate) {
    self.now = now
    issuedAt = nil
    expiresAt = nil
    windowEnd = nil
  }

  /// Takes over the times that the 48-hour rule looked at.
  package init(window: TokenWindow, now: NumericDate) {
    self.now = now
    issuedAt = window.issuedAt
    expiresAt = window.expiresAt
    windowEnd = window.end
  }

  /// When the token ends: by the 48-hour rule where it applies, else by `exp`.
  package var end: NumericDate? { windowEnd?.date ?? expiresAt }

  /// Seconds from now until the end, negative after it.
  package var secondsLeft: Int64? { end.map { $0.seconds(since: now) } }

  private static func time(_ name: String, _ claims: JSONObject) -> NumericDate? {
    claims[name].flatMap { try? TimeClaim.read($0, claim: name) }
  }
}
