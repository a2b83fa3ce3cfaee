public import JWTValidation

extension Report {
  /// What a token says, for somebody who only looks.
  ///
  /// A token that could be read in part is rejected all the same: what could be read is shown.
  public static func decode(
    _ token: [UInt8], at now: NumericDate, notes: [String] = []
  ) -> Report {
    let inspection = Inspection(of: token, at: now)
    let finder = SpanFinder(token, inspection)
    let findings = inspection.findings.map { ReportedFinding($0, in: token, finder) }
    let isReadable = !inspection.findings.contains { if case .token = $0 { true } else { false } }
    return Report(
      verdict: isReadable ? .decoded : Verdict(rejectedFor: findings),
      conclusion: isReadable ? .accepted : .malformed,
      signature: .notChecked, inspection: inspection,
      times: TokenTimes(inspection, now: now), findings: findings, notes: notes)
  }
}
