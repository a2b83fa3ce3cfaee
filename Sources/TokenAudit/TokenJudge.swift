import StrictCoding
import TokenDiagnosis

/// Judges one token at a time.
struct TokenJudge {
  private let terms: JudgeTerms
  private let lint: AuditSettings.Lint?

  init(_ settings: AuditSettings) {
    terms = JudgeTerms(
      now: settings.now, repeatSeed: settings.repeatSeed, showsVeltCode: settings.showsVeltCode)
    lint = settings.lint
  }

  func judge(
    _ token: Span<UInt8>, in record: JSONObject?, by checker: some TokenChecker
  ) -> Judgement {
    var judgement = checker.judge(token, in: record, terms)
    if let lint { add(lint, to: &judgement, token) }
    return judgement
  }

  private func add(
    _ lint: AuditSettings.Lint, to judgement: inout Judgement, _ token: Span<UInt8>
  ) {
    switch Linter.lint(token.copied(), triesCommonSecrets: lint.triesCommonSecrets) {
    case .unreadable: break
    case .findings(let findings):
      judgement.lintCodes = lint.policy.remaining(findings).map(\.code)
      if lint.policy.fails(findings) { judgement.verdict = .rejected }
    }
  }
}
