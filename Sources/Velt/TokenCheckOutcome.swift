/// The end of a check: three cases that cannot be taken for each other.
public enum TokenCheckOutcome: Sendable {
  /// The token is what was requested, and a key of ours says who made it.
  case matchedAndVerified(VeltToken)
  /// The token is what was requested, but there is no key: anybody could have made it.
  case matched(UnverifiedMatch)
  /// The token must not be used.
  case refused(Refusal)

  /// What was looked at, for reports.
  public var record: TokenCheckRecord {
    switch self {
    case .matchedAndVerified(let token): token.record
    case .matched(let match): match.record
    case .refused(let refusal): refusal.record
    }
  }

  /// What the service's own `verifyToken` would say if it were right; `nil` for a verified token.
  ///
  /// Without a key that function does nothing, which it calls `NOT_CONFIGURED`.
  public var verifyTokenCode: VerifyTokenCode? {
    switch self {
    case .matchedAndVerified: nil
    case .matched: .notConfigured
    case .refused(let refusal): refusal.verifyTokenCode
    }
  }
}
