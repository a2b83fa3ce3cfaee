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

  /// JSON where there is some, else the text.
  init(_ tree: JSONTree?, text: @autoclosure () -> String, exitCode: ExitCode = .accepted) {
    output = tree.map { $0.encoded(.indented) + [UInt8(ascii: "\n")] } ?? Array(text().utf8)
    self.exitCode = exitCode
  }

  /// A report in the form that the options ask for: nothing, JSON, or text.
  init(_ report: Report, _ arguments: ParsedArguments) {
    self.init(
      arguments, json: report.json, text: report.text(style: arguments.style),
      exitCode: ExitCode(report.conclusion))
  }

  /// An answer in the form that the options ask for: nothing, JSON, or text.
  init(
    _ arguments: ParsedArguments, json: @autoclosure () -> JSONTree,
    text: @autoclosure () -> String, exitCode: ExitCode = .accepted
  ) {
    guard !arguments[Options.quiet] else {
      self.init(.none, text: "", exitCode: exitCode)
      return
    }
    self.init(
      arguments[Options.json] ? .some(json()) : .none, text: text(), exitCode: exitCode)
  }
}

extension ParsedArguments {
  /// How text is set on standard output.
  var style: Style {
    let terminal = Terminal(color: self[Options.color] ?? .auto)
    return Style(usesColor: terminal.usesColor, width: terminal.width)
  }
}

extension ExitCode {
  init(_ conclusion: Conclusion) {
    switch conclusion {
    case .accepted: self = .accepted
    case .refused: self = .refused
    case .malformed: self = .malformed
    case .signatureRefused: self = .signature
    case .outsideTimeWindow: self = .time
    }
  }
}
