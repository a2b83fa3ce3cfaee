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

  /// - Parameter notes: what was done to the input.
  package init(_ diagnosis: Diagnosis, notes: [String] = []) {
    self.diagnosis = diagnosis
    self.notes = notes
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
      for cause in miss.causes { lines += finding("cause", cause, .bad, style) }
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
    for suspicion in diagnosis.suspicions {
      let isCertain = suspicion.isCertain
      lines += finding(
        isCertain ? "certain" : "possible", suspicion, isCertain ? .bad : .caution, style)
    }
    lines += tried
    if !notes.isEmpty {
      lines += ["", style.set("Notes", .heading)] + notes.map { "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func finding(
    _ label: String, _ finding: some Worded, _ role: Style.Role, _ style: Style
  ) -> [String] {
    ["", "\(style.set(label + ":", role)) \(finding.message) [\(finding.code)]"]
      + (finding.hint.map { ["  hint: \($0)"] } ?? [])
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
    var miss: NearMiss?
    var signer: (key: MatchedKey, algorithm: SignatureAlgorithm)?
    var error: TokenError?
    switch diagnosis.outcome {
    case .fits(let key, let algorithm): signer = (key, algorithm)
    case .explained(let found):
      miss = found
      signer = (found.key, found.algorithm)
    case .noToken(let found): error = found
    default: break
    }
    return .members([
      ("version", .integer(1)),
      ("outcome", .string(outcome)),
      ("causes", .array((miss?.causes ?? []).map { Self.tree($0) })),
      ("suspicions", .array(diagnosis.suspicions.map { Self.tree($0, isCertain: $0.isCertain) })),
      ("algorithm", signer.map { .string($0.algorithm.name) }),
      ("key", signer.map { Self.tree($0.key) }),
      ("error", error.map { Self.tree($0) }),
      ("checkCount", .integer(Int64(diagnosis.checkCount))),
      (
        "tried",
        .object(
          diagnosis.tried.map { ($0.stage.rawValue, .integer(Int64($0.checkCount))) })
      ),
      ("stop", .string(diagnosis.stop.rawValue)),
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

  private static func tree(_ finding: some Worded, isCertain: Bool? = nil) -> JSONTree {
    .members([
      ("code", .string(finding.code)),
      ("certain", isCertain.map { .boolean($0) }),
      ("message", .string(finding.message)),
      ("hint", finding.hint.map { .string($0) }),
    ])
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
