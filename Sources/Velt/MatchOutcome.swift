/// What came of comparing one claim.
public enum MatchOutcome: Equatable, Sendable {
  /// Exactly the value it is compared with.
  case equal
  /// The token does not have the claim, and need not.
  case absent
  /// The token says `false` where nobody asked: as good as nothing.
  case isFalse
  /// The claim is there although nobody asked for it.
  case unrequested
  /// The values differ.
  case differs(ClaimDifference)
  /// The token's values contradict each other or have the wrong type.
  case unusable
  /// The identify call says what only the token may say.
  case notAllowed
}
