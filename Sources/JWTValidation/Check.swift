/// One step of a verification and how it came out, for a report that shows all of them.
public struct Check: Equatable, Sendable {
  /// The steps in their order.
  ///
  /// `structure` is about the three parts. A part is decoded when a step needs it, so where a step
  /// fails, a structure that passed says nothing about the parts that only later steps read.
  public enum Name: String, CaseIterable, Sendable {
    case structure, header, algorithm, key, signature, payload
    case typ, exp, nbf, iat, age, lifetime, iss, aud, sub, jti, required, rules
  }

  /// How a step came out.
  public enum Outcome: Equatable, Sendable {
    case passed
    case failed([Finding])
    case skipped(SkipReason)
  }

  /// Why a step was not taken. What was not checked is said, so that nobody takes it for checked.
  public enum SkipReason: Equatable, Sendable {
    /// The policy does not ask for it.
    case notAsked
    /// The policy waives it, for this reason.
    case waived(String)
    /// The claim is not there and need not be.
    case absent
    /// An earlier step failed.
    case notReached
  }

  /// Which step.
  public let name: Name
  /// How it came out.
  public let outcome: Outcome

  /// Notes the outcome of a step.
  public init(_ name: Name, _ outcome: Outcome) {
    self.name = name
    self.outcome = outcome
  }
}
