import JWTValidation

/// A token that never expires, or only long after anybody remembers it.
enum LifetimeLengthRule: LintRule {
  static let name = "lifetime"
  static let inputs: [LintInput] = [.time("exp"), .time("iat"), .time("nbf")]

  /// Beyond a month a token is a password that nobody can change.
  private static let limit: Int64 = 30 * 86_400

  static func check(_ subject: LintSubject) -> [LintFinding] {
    guard subject.claims["exp"] != nil else { return [.expirationMissing] }
    guard let end = subject.seconds("exp"),
      let start = subject.seconds("iat") ?? subject.seconds("nbf")
    else { return [] }
    let seconds = end.subtractingReportingOverflow(start)
    return !seconds.overflow && seconds.partialValue > limit
      ? [.lifetimeLong(seconds: seconds.partialValue)] : []
  }
}
