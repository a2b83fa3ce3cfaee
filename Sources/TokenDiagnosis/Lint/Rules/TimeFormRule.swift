import JWTValidation

/// Times that are no numbers of seconds.
enum TimeFormRule: LintRule {
  static let name = "time-form"
  static let inputs: [LintInput] = LintSubject.timeClaims.map { .time($0) }

  static func check(_ subject: LintSubject) -> [LintFinding] {
    LintSubject.timeClaims.compactMap { name -> LintFinding? in
      guard let value = subject.claims[name] else { return nil }
      if value.kind == .string { return .timeAsText(claim: name) }
      do throws(ClaimFailure) {
        _ = try TimeClaim.read(value, claim: name)
        return nil
      } catch {
        if case .milliseconds = error { return .timeInMilliseconds(claim: name) }
        return nil
      }
    }
  }
}
