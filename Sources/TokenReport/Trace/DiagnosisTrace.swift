import TokenDiagnosis

/// What a diagnosis tried, stage by stage, without values.
package struct DiagnosisTrace: Sendable {
  private let keyCount: Int
  private let source: String

  /// - Parameters:
  ///   - keyCount: the number of keys that were given.
  ///   - source: the options that say what a verifier would accept.
  package init(keyCount: Int, source: String) {
    self.keyCount = keyCount
    self.source = source
  }

  /// The steps of reading the token and then the stages; one that found the reason has failed.
  func lines(_ diagnosis: Diagnosis, _ words: TraceWords) -> [CheckLine] {
    let counts = Dictionary(
      diagnosis.tried.map { ($0.stage, $0.checkCount) }, uniquingKeysWith: { $1 })
    return words.tracedReading
      + DiagnosisStage.allCases.map { stage in
        var line = line(stage, counts[stage], diagnosis)
        line.inputs = inputs(stage, counts[stage], words)
        if counts[stage] != nil {
          line.source = stage == .asGiven ? source : "always made"
        }
        return line
      }
  }

  private func line(
    _ stage: DiagnosisStage, _ count: Int?, _ diagnosis: Diagnosis
  ) -> CheckLine {
    let name = stage.rawValue
    guard count != nil else { return CheckLine(name, .skipped, reason: "not reached") }
    let isLast = diagnosis.tried.last?.stage == stage
    if stage == .asGiven {
      if case .fits = diagnosis.outcome { return CheckLine(name, .passed) }
    } else if isLast, case .explained(let miss) = diagnosis.outcome {
      return CheckLine(name, codes: miss.causes.map(\.code))
    }
    if isLast {
      switch diagnosis.stop {
      case .finished: break
      case .budget: return CheckLine(name, .skipped, reason: "stopped: no more is allowed")
      case .cancelled: return CheckLine(name, .skipped, reason: "interrupted")
      }
    }
    return stage == .asGiven
      ? CheckLine(name, codes: ["signature.invalid"]) : CheckLine(name, .passed)
  }

  private func inputs(_ stage: DiagnosisStage, _ count: Int?, _ words: TraceWords) -> String? {
    guard let count else { return nil }
    let checked = "\(count == 1 ? "1 signature" : "\(count) signatures") checked"
    return stage == .asGiven
      ? TraceWords.joined([words.algorithm, words.key(count: keyCount), words.signature, checked])
      : checked
  }
}
