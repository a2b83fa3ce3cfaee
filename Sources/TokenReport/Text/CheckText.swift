/// Checks as lines: how each came out, and in a trace what it looked at and who asked for it.
struct CheckText {
  let style: Style

  func lines(_ checks: [CheckLine]) -> [String] {
    let column = checks.map(\.name.utf8.count).max() ?? 0
    return checks.flatMap { check -> [String] in
      let gap = String.blanks(column - check.name.utf8.count)
      let detail = check.codes.isEmpty ? check.reason ?? "" : check.codes.joined(separator: ", ")
      let ending = detail.isEmpty ? "" : "\(gap)  \(detail)"
      return ["  \(word(check.outcome))  \(check.name)\(ending)"]
        + [check.inputs, check.source.map { "asked by: \($0)" }].compactMap(\.self).map {
          "             \($0)"
        }
    }
  }

  /// The lines without what was not reached, for a place that tells many tokens.
  func linesOfReached(_ checks: [CheckLine]) -> [String] {
    lines(checks.filter { $0.reason?.utf8.elementsEqual("not reached".utf8) != true })
  }

  private func word(_ outcome: CheckLine.Outcome) -> String {
    switch outcome {
    case .passed: style.set("passed ", .good)
    case .failed: style.set("failed ", .bad)
    case .skipped: style.set("skipped", .faint)
    }
  }
}
