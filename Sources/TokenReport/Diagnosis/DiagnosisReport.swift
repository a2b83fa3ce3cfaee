import JWTValidation
package import StrictCoding
package import TokenDiagnosis

/// A diagnosis as text for people and as JSON for programs.
///
/// Neither form has the word that `verify` uses for a good token: what a diagnosis finds explains a
/// refusal.
package struct DiagnosisReport: Sendable {
  private let diagnosis: Diagnosis
  private let notes: [String]
  private let inspection: Inspection
  /// The causes of a near miss in words, with the bytes that they are about.
  private let causes: [ReportedFinding]
  private let suspicions: [ReportedFinding]
  /// Every stage, where they were asked for.
  private let checks: [CheckLine]?

  /// - Parameters:
  ///   - token: what the diagnosis is about.
  ///   - trace: tells every stage, and makes the report show no value.
  ///   - notes: what was done to the input.
  package init(
    _ diagnosis: Diagnosis, of token: [UInt8], trace: DiagnosisTrace? = nil, notes: [String] = []
  ) {
    self.diagnosis = diagnosis
    checks = trace?.lines(diagnosis, TraceWords(token))
    self.notes = notes
    inspection = Inspection(of: token)
    let finder = SpanFinder(token, inspection)
    var causes: [DiagnosisCause] = []
    if case .explained(let miss) = diagnosis.outcome { causes = miss.causes }
    self.causes = causes.map { cause in
      let span = finder.span(of: cause)
      return ReportedFinding(
        cause, .error, spans: [span].compactMap(\.self),
        place: span.flatMap { SourcePlace($0, in: token) })
    }
    suspicions = diagnosis.suspicions.map { suspicion in
      ReportedFinding(suspicion, suspicion.isCertain ? .error : .warning)
    }
  }

  /// What the diagnosis amounts to.
  package var conclusion: Conclusion {
    switch diagnosis.outcome {
    case .fits: .accepted
    case .noToken: .malformed
    default: .signatureRefused
    }
  }

  // MARK: Text

  /// The text; it ends with a line feed.
  package func text(style: Style) -> String {
    var lines: [String] = []
    switch diagnosis.outcome {
    case .fits(let key, let algorithm):
      lines.append(style.set("NOTHING TO DIAGNOSE: the signature fits as given", .caution))
      lines += [
        "", "It fits \(Verdict.words(key)) under \(algorithm.name).",
        "Neither the rules of the header nor any claim was looked at: see verify.",
      ]
    case .explained(let miss):
      lines.append(style.set("DOES NOT FIT as given; this is why", .bad))
      let words = FindingLines(style: style, showsText: checks == nil)
      for cause in causes { lines += words.lines(cause, label: "cause") }
      if checks == nil { lines += MemberLines.picture(inspection, causes, style) }
      lines += [
        "",
        "But for that the signature would fit \(Verdict.words(miss.key)) under"
          + " \(miss.algorithm.name).",
      ]
    case .noToken(let error):
      lines.append(style.set("NOT A TOKEN: \(error.message) [\(error.code)]", .bad))
      if let hint = error.hint { lines.append("  hint: \(hint)") }
    default:
      lines.append(style.set("DOES NOT FIT, and nothing that was tried makes it fit", .bad))
    }
    for suspicion in suspicions {
      let label = suspicion.severity == .error ? "certain" : "possible"
      lines += FindingLines(style: style).lines(suspicion, label: label)
    }
    lines += tried
    if let checks {
      lines += ["", style.set("Trace", .heading)] + CheckText(style: style).lines(checks)
    }
    if !notes.isEmpty {
      lines += ["", style.set("Notes", .heading)] + notes.map { "  " + $0 }
    }
    return lines.endedLines
  }

  private var tried: [String] {
    if case .noToken = diagnosis.outcome { return [] }
    let stages = diagnosis.tried.filter { $0.checkCount > 0 }
      .map { "\($0.stage.shown) \($0.checkCount)" }.joined(separator: ", ")
    let count = diagnosis.checkCount
    var lines = ["", "Signatures checked: \(count)" + (stages.isEmpty ? "" : " (\(stages))")]
    switch diagnosis.stop {
    case .finished: break
    case .budget: lines.append("Stopped there: --budget allows no more. Not everything was tried.")
    case .cancelled: lines.append("Interrupted there. Not everything was tried.")
    }
    return lines
  }

  // MARK: JSON

  /// The diagnosis as one object, version 1 of its schema.
  package var tree: JSONTree {
    var signer: (key: MatchedKey, algorithm: SignatureAlgorithm)?
    var error: TokenError?
    switch diagnosis.outcome {
    case .fits(let key, let algorithm): signer = (key, algorithm)
    case .explained(let miss): signer = (miss.key, miss.algorithm)
    case .noToken(let found): error = found
    default: break
    }
    return .members([
      ("version", .integer(1)),
      ("outcome", .string(outcome)),
      ("causes", .array(causes.map { Self.tree($0) })),
      ("suspicions", .array(suspicions.map { Self.tree($0, isCertain: $0.severity == .error) })),
      ("algorithm", signer.map { .string($0.algorithm.name) }),
      ("key", signer.map { Self.tree($0.key) }),
      ("error", error.map { Self.tree(ReportedFinding($0, .error)) }),
      ("checkCount", .integer(Int64(diagnosis.checkCount))),
      (
        "tried",
        .object(
          diagnosis.tried.map { ($0.stage.rawValue, .integer(Int64($0.checkCount))) })
      ),
      ("stop", .string(diagnosis.stop.rawValue)),
      ("checks", checks.map { .array($0.map(JSONReport.check)) }),
      ("notes", notes.isEmpty ? nil : .array(notes.map { .string($0) })),
    ])
  }

  private var outcome: String {
    switch diagnosis.outcome {
    case .fits: "fits-as-given"
    case .explained: "explained"
    case .noToken: "no-token"
    default: "unexplained"
    }
  }

  private static func tree(_ key: MatchedKey) -> JSONTree {
    .members([("index", .integer(Int64(key.index))), ("kid", key.keyID.map { .string($0) })])
  }

  /// What every command says of a finding, with certainty in the place of weight.
  private static func tree(_ finding: ReportedFinding, isCertain: Bool? = nil) -> JSONTree {
    .members(
      JSONReport.members(finding).filter { $0.name != "severity" }
        + [("certain", isCertain.map { .boolean($0) })])
  }
}

extension DiagnosisStage {
  /// What is tried in the stage.
  package var shown: String {
    switch self {
    case .asGiven: "as given"
    case .keys: "keys and algorithms"
    case .transport: "damage on the way"
    case .signatureForm: "forms of the signature"
    case .spelling: "spellings of what was signed"
    case .layout: "layouts of the JSON"
    case .content: "changed members"
    case .characters: "single characters"
    }
  }
}
