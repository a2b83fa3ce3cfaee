/// What became of one attack on a policy.
public struct TrialResult: Equatable, Sendable {
  /// How it came out.
  public enum Outcome: Equatable, Sendable {
    /// The good token, which must be accepted, is.
    case accepted
    /// Every token of the attack is refused; all codes that came up.
    case refused(codes: [String])
    /// A token is accepted because the policy waives the check, for this reason.
    case waived(reason: String)
    /// A token is accepted, and the policy does not say why it should be.
    case hole
    /// The good token is refused: the rules of the policy contradict each other.
    case unsatisfiable(codes: [String])

    /// Whether the policy has failed the trial.
    public var isFailure: Bool {
      switch self {
      case .hole, .unsatisfiable: true
      case .accepted, .refused, .waived: false
      }
    }
  }

  /// The position of the policy's entry that was attacked.
  public let entry: Int
  /// What was tried, in a few words.
  public let name: String
  /// How it came out.
  public let outcome: Outcome
  /// What was tried: tokens under keys that nobody uses.
  package let tokens: [[UInt8]]
}
