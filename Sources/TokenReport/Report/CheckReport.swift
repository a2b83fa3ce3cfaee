public import JWTValidation
public import Velt

extension Report {
  /// The outcome of comparing a token with the request for it.
  public static func check(
    _ token: [UInt8], with check: TokenCheck, at now: NumericDate, notes: [String] = []
  ) -> Report {
    let outcome = check.check(token, at: now)
    let record = outcome.record
    let inspection = Inspection(of: token)
    let finder = SpanFinder(token, inspection)
    let rows = record.requestRows + record.identifyRows
    let findings = record.findings.map { ReportedFinding($0, in: token, finder, rows: rows) }
    let verdict: Verdict =
      switch outcome {
      case .matchedAndVerified(let token):
        .matchedAndVerified(token.payload.algorithm, token.payload.key)
      case .matched: .matched
      case .refused: Verdict(rejectedFor: findings)
      }
    return Report(
      verdict: verdict, conclusion: Conclusion(outcome), signature: Signature(record.signature),
      inspection: inspection,
      times: record.window.map { TokenTimes(window: $0, now: now) }
        ?? TokenTimes(inspection, now: now),
      findings: findings, checks: record.checkLines,
      comparisons: [
        Comparison(subject: .request, rows: record.requestRows),
        Comparison(subject: .identify, rows: record.identifyRows),
      ].filter { !$0.rows.isEmpty },
      verifyTokenCode: outcome.verifyTokenCode, notes: notes)
  }

  /// The answer of a token endpoint that holds no token.
  public static func serviceFailure(
    _ failure: TokenResponse.Failure, at now: NumericDate, notes: [String] = []
  ) -> Report {
    let answer = "\(ShownName.quoted(failure.message)), status \(ShownName.quoted(failure.status))"
    return mistake(
      .failureEnvelope, inWords: "the service gave no token and answered \(answer)", at: now,
      notes: notes)
  }

  /// Something well known that stands where a token belongs.
  ///
  /// - Parameter isCompared: whether a token was to be compared with the request for it.
  package static func mistake(
    _ mistake: TokenMistake, inWords words: String? = nil, at now: NumericDate,
    isCompared: Bool = false, notes: [String] = []
  ) -> Report {
    let mistake = VeltFinding.mistake(mistake)
    let finding = ReportedFinding(mistake, .error)
    return Report(
      verdict: .rejected(
        codes: [finding.code], first: "\(words ?? finding.message) [\(finding.code)]"),
      conclusion: .malformed, signature: .notChecked, inspection: Inspection(of: []),
      times: TokenTimes(now: now), findings: [finding],
      verifyTokenCode: isCompared ? mistake.verifyTokenCode : nil, notes: notes)
  }
}

extension Report.Signature {
  fileprivate init(_ state: SignatureState) {
    switch state {
    case .valid: self = .valid
    case .invalid: self = .invalid
    case .notChecked: self = .notChecked
    }
  }
}

extension TokenCheckRecord {
  /// Every step of the check. A finding belongs to the step that made it.
  fileprivate var checkLines: [CheckLine] {
    let errors = findings.filter { $0.severity == .error }
    let about = errors.map { (step: $0.step, code: $0.code) }
    func codes(_ step: VeltFinding.Step) -> [String] {
      about.filter { $0.step == step }.map(\.code)
    }
    guard !isMalformed else {
      return [CheckLine("structure", codes: errors.map(\.code))]
        + ["signature", "request", "window"].map {
          CheckLine($0, .skipped, reason: "not reached")
        }
    }
    let signatureCodes = codes(.signature)
    return [
      CheckLine("structure", codes: []),
      signature == .notChecked && signatureCodes.isEmpty
        ? CheckLine("signature", .skipped, reason: "no key given")
        : CheckLine("signature", codes: signatureCodes),
    ] + requestRows.map { CheckLine("request \($0.claim.name)", codes: $0.errorCodes) }
      + identifyRows.map { CheckLine("identify \($0.claim.name)", codes: $0.errorCodes) }
      + (identifyRows.isEmpty
        ? [CheckLine("identify", .skipped, reason: "no identify call given")] : [])
      + [CheckLine("window", codes: window?.findings.map(\.code) ?? [])]
      + (policy.map { [CheckLine("policy", codes: $0.map(\.code))] } ?? [])
  }
}

extension MatchRow {
  fileprivate var errorCodes: [String] {
    findings.filter { $0.severity == .error }.map(\.code)
  }
}

extension VeltFinding {
  fileprivate enum Step {
    case signature, rows, window
  }

  fileprivate var step: Step {
    switch self {
    case .claim, .request, .identify: .rows
    case .window, .validation(.claim): .window
    case .mistake, .validation, .signatureNotChecked: .signature
    }
  }
}
