import JWTValidation
import TokenDiagnosis

/// Every rule of a lint with what it looked at, without values.
package struct LintTrace: Sendable {
  private let checks: [LintCheck]
  private let triesCommonSecrets: Bool

  /// - Parameters:
  ///   - token: what was linted.
  ///   - triesCommonSecrets: whether the rule that guesses was asked for.
  package init(of token: [UInt8], triesCommonSecrets: Bool) {
    checks = Linter.checks(of: token, triesCommonSecrets: triesCommonSecrets)
    self.triesCommonSecrets = triesCommonSecrets
  }

  /// The steps of reading the token and then the rules, in their order.
  func lines(_ words: TraceWords, _ policy: LintPolicy) -> [CheckLine] {
    let reading = words.tracedReading
    guard !checks.isEmpty else {
      return reading + [CheckLine("rules", .skipped, reason: "not reached")]
    }
    let guessing =
      triesCommonSecrets ? [] : [CheckLine("common-secrets", .skipped, reason: "not asked for")]
    return reading + checks.map { line($0, words, policy) } + guessing
  }

  private func line(_ check: LintCheck, _ words: TraceWords, _ policy: LintPolicy) -> CheckLine {
    let codes = Self.codes(policy.remaining(check.findings))
    let allowed = Self.codes(check.findings).filter { policy.allowed.contains($0) }
    var line =
      codes.isEmpty && !allowed.isEmpty
      ? CheckLine(
        check.rule, .skipped, reason: "let through: \(allowed.joined(separator: ", "))")
      : CheckLine(check.rule, codes: codes)
    line.inputs = TraceWords.joined(check.inputs.map { Self.words(for: $0, words) })
    line.source = check.isOptional ? "--try-common-secrets" : "always made"
    if !allowed.isEmpty { line.source?.append(", with --allow") }
    return line
  }

  /// Each code once: a rule may find the same in several places.
  private static func codes(_ findings: [LintFinding]) -> [String] {
    var codes: [String] = []
    for finding in findings where !codes.contains(finding.code) { codes.append(finding.code) }
    return codes
  }

  private static func words(for input: LintInput, _ words: TraceWords) -> String {
    switch input {
    case .header(let name): words.parameter(name)
    case .time(let name): words.time(name)
    case .claim(let name): words.kind(name)
    case .names: words.names ?? "no claims"
    case .everyValue: "every value of the claims"
    case .signature: words.signature ?? "no signature"
    case .size: words.size
    }
  }
}
