public import JWTValidation

extension Report {
  /// The outcome of a verification with every step of it.
  public static func verify(
    _ token: [UInt8], with verifier: Verifier, at now: NumericDate, notes: [String] = []
  ) -> Report {
    verify(token, verifier.report(token, at: now), at: now, notes: notes)
  }

  /// The outcome of a verification that has been made.
  package static func verify(
    _ token: [UInt8], _ report: VerificationReport, at now: NumericDate, notes: [String] = []
  ) -> Report {
    let inspection = Inspection(of: token)
    var findings: [Finding]
    let conclusion: Conclusion
    let verdict: Verdict?
    switch report.result {
    case .success(let verified):
      findings = []
      conclusion = .accepted
      verdict = .verified(verified.algorithm, verified.key)
    case .failure(let failure):
      findings = failure.findings
      conclusion = Conclusion(failure)
      verdict = nil
    }
    // RFC 7519 §4.1.3 leaves it to the reader to know who it is; somebody who did not say is told.
    if report.waivesAudience, inspection.claims?["aud"] != nil {
      findings.append(.observation(.audienceNotChecked))
    }
    let finder = SpanFinder(token, inspection)
    let reported = findings.map { ReportedFinding($0, in: token, finder) }
    return Report(
      verdict: verdict ?? Verdict(rejectedFor: reported), conclusion: conclusion,
      signature: report.signature, inspection: inspection,
      times: TokenTimes(inspection, now: now), findings: reported,
      checks: report.checks.map { CheckLine($0) }, notes: notes)
  }
}

extension VerificationReport {
  /// Whether the policy does not say which audience is expected.
  fileprivate var waivesAudience: Bool {
    checks.contains { check in
      if check.name == .aud, case .skipped(.waived) = check.outcome { true } else { false }
    }
  }

  /// What the step about the signature found.
  fileprivate var signature: Report.Signature {
    switch checks.first(where: { $0.name == .signature })?.outcome {
    case .passed: .valid
    case .failed: .invalid
    case .skipped, nil: .notChecked
    }
  }
}
