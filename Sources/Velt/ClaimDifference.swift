/// How a value of the token differs from the one it is compared with.
public enum ClaimDifference: Equatable, Sendable {
  /// The token does not have it.
  case missing
  /// The token has it, but the identify call does not.
  case notGiven
  /// The texts differ in the case of ASCII letters only, which still makes them different.
  case letterCase
  /// The values differ.
  case different
}
