import PolicyFile
import PolicyTrial
import StrictCoding
import TokenReport

/// The results of a trial as text and as JSON: one line for each attack, and a count.
struct TrialText {
  let file: PolicyFile
  let results: [TrialResult]
  /// Tells every check, where they were asked for.
  let trace: TrialTrace?

  /// The text.
  func text(_ style: Style) -> String {
    var lines: [String] = []
    for (position, entry) in file.entries.enumerated() {
      lines += ["Policy for \(entry.heading)", ""]
      lines += results.filter { $0.entry == position }
        .flatMap { [line($0)] + checks($0, style) }
      lines.append("")
    }
    return lines.joined(separator: "\n") + "\n\(summary)\n"
  }

  /// The same for programs.
  var tree: JSONTree {
    [
      "holds": .boolean(!results.contains { $0.outcome.isFailure }),
      "results": .array(
        results.map { result in
          .members([
            ("policy", .string(file.entries[result.entry].pointer.description)),
            ("attack", .string(result.name)), ("outcome", .string(result.outcome.word)),
            ("codes", result.outcome.codes.map { .array($0.map { .string($0) }) }),
            ("reason", result.outcome.reason.map { .string($0) }),
            (
              "tokens",
              trace.map { .array($0.reports(on: result).map { ["checks": $0.checksTree] }) }
            ),
          ])
        }),
    ]
  }

  private func line(_ result: TrialResult) -> String {
    let mark =
      switch result.outcome {
      case .accepted: "accepted"
      case .refused: "refused "
      case .waived: "waived  "
      case .hole: "HOLE    "
      case .unsatisfiable: "REFUSED "
      }
    let name = JSONEscape.displayed(result.name.utf8)
    let detail =
      switch result.outcome {
      case .accepted: ""
      case .refused(let codes), .unsatisfiable(let codes): ": " + codes.joined(separator: ", ")
      case .waived(let reason): ": accepted, because " + JSONEscape.displayed(reason.utf8)
      case .hole: ": accepted"
      }
    return "  \(mark)  \(name)\(detail)"
  }

  /// The checks of each token of an attack, set below its line.
  private func checks(_ result: TrialResult, _ style: Style) -> [String] {
    let reports = trace?.reports(on: result) ?? []
    return reports.enumerated().flatMap { place, report in
      (reports.count > 1 ? ["      token \(place + 1) of \(reports.count)"] : [])
        + report.lines(ofChecks: style).map { "      " + $0 }
    }
  }

  private var summary: String {
    func count(_ isMeant: (TrialResult.Outcome) -> Bool) -> Int {
      results.count { isMeant($0.outcome) }
    }
    let refused = count { if case .refused = $0 { true } else { false } }
    let waived = count { if case .waived = $0 { true } else { false } }
    let holes = count { $0 == .hole }
    let contradictions = count { if case .unsatisfiable = $0 { true } else { false } }
    let words =
      "\(refused + waived + holes) attacks: \(refused) refused, \(waived) waived for a reason, "
      + (holes == 1 ? "1 hole" : "\(holes) holes")
    return contradictions == 0
      ? words
      : words + "; a token made by the rules is refused: they contradict each other, and nothing "
        + "was tried"
  }
}

extension TrialResult.Outcome {
  fileprivate var word: String {
    switch self {
    case .accepted: "accepted"
    case .refused: "refused"
    case .waived: "waived"
    case .hole: "hole"
    case .unsatisfiable: "unsatisfiable"
    }
  }

  fileprivate var codes: [String]? {
    switch self {
    case .refused(let codes), .unsatisfiable(let codes): codes
    case .accepted, .waived, .hole: nil
    }
  }

  fileprivate var reason: String? {
    if case .waived(let reason) = self { reason } else { nil }
  }
}
