/// One claim's line in the comparison of a token with a request or an identify call.
public struct MatchRow: Equatable, Sendable {
  /// The claim.
  public let claim: VeltClaim
  /// What was asked for, or given to `identify()`; `nil` if nothing was said.
  public let asked: ClaimValue?
  /// What the token has, and where.
  public let places: [ClaimPlace]
  /// What came of it.
  public let outcome: MatchOutcome
  /// What is to be said about it; empty if all is well.
  public let findings: [VeltFinding]
}
