import JWTValidation
import TokenReport

/// What a command produced: the bytes for standard output, and how the run ends.
struct CommandResult {
  let output: [UInt8]
  let exitCode: ExitCode

  /// A text that is the whole answer.
  init(text: String) {
    output = Array(text.utf8)
    exitCode = .accepted
  }

  /// A report, as JSON or as text for the terminal.
  init(_ report: Report, _ arguments: ParsedArguments) {
    if arguments[Options.json] {
      output = JSONReport.tree(report).encoded(.indented) + [UInt8(ascii: "\n")]
    } else {
      let terminal = Terminal(color: arguments[Options.color] ?? .auto)
      let style = Style(usesColor: terminal.usesColor, width: terminal.width)
      output = Array(TextReport.text(report, style: style).utf8)
    }
    exitCode = ExitCode(report.conclusion)
  }
}

extension ExitCode {
  fileprivate init(_ conclusion: Conclusion) {
    switch conclusion {
    case .accepted: self = .accepted
    case .refused: self = .refused
    case .malformed: self = .malformed
    case .signatureRefused: self = .signature
    case .outsideTimeWindow: self = .time
    }
  }
}
