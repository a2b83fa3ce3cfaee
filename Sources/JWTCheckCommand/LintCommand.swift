import JWTValidation
import TokenDiagnosis
import TokenReport

/// `jwtcheck lint`: what is unwise in a token.
enum LintCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    if arguments[Options.json], arguments[Options.sarif] {
      throw CommandFailure(.contradiction("--json", "--sarif"))
    }
    if arguments[Options.trace], arguments[Options.sarif] {
      throw CommandFailure(.contradiction("--trace", "--sarif"))
    }
    var standardInput = StandardInput()
    let input = try TokenInput(arguments[Positionals.token], &standardInput)
    let token = try input.token()
    let outcome = Linter.lint(token, triesCommonSecrets: arguments[Options.tryCommonSecrets])
    let policy = LintPolicy(
      denying: arguments[Options.denied]?.severity ?? .error,
      allowing: Set(arguments[Options.allowed]))
    let trace = LintTrace(of: token, triesCommonSecrets: arguments[Options.tryCommonSecrets])
    let report = LintReport(
      outcome, policy, of: token, trace: arguments[Options.trace] ? trace : nil, notes: input.notes)
    let exitCode = ExitCode(report.conclusion)
    if arguments[Options.sarif], !arguments[Options.quiet] {
      let log = report.sarif(version: Program.version, file: input.file)
      return CommandResult(log, text: "", exitCode: exitCode)
    }
    return CommandResult(
      arguments, json: report.tree, text: report.text(style: arguments.style), exitCode: exitCode)
  }
}

/// The least weight that fails a lint: the values of `--deny`.
package enum DeniedSeverity: String, CaseIterable, Sendable {
  case error, warning, note

  /// The weight in the words of the library.
  var severity: Finding.Severity {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
