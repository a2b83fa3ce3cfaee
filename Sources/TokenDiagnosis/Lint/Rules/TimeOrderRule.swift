import JWTValidation

/// Times that leave no moment at which the token is good.
enum TimeOrderRule: LintRule {
  static let name = "time-order"
  static let inputs: [LintInput] = [.time("iat"), .time("nbf"), .time("exp")]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    [("iat", "exp"), ("nbf", "exp")].compactMap { earlier, later in
      guard let start = subject.seconds(earlier), let end = subject.seconds(later), end <= start
      else { return nil }
      return .timesContradict(earlier: earlier, later: later)
    }
  }
}
