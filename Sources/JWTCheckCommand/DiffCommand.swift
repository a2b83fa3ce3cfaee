import JWTValidation
import TokenDiagnosis
import TokenReport

/// `jwtcheck diff`: two tokens beside each other by what they mean.
enum DiffCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    var standardInput = StandardInput()
    let first = try TokenInput(arguments[Positionals.firstToken], &standardInput)
    let second = try TokenInput(arguments[Positionals.secondToken], &standardInput)
    let tokens = (try first.token(), try second.token())
    let difference: ClaimsDifference
    do {
      difference = try ClaimsDifference(tokens.0, tokens.1)
    } catch {
      throw CommandFailure(.malformed, error.finding, in: "the \(error.side.rawValue) token")
    }
    let notes =
      first.notes.map { "first: \($0)" } + second.notes.map { "second: \($0)" }
    let report = DifferenceReport(difference, notes: notes)
    return CommandResult(
      arguments, json: report.tree, text: report.text(style: arguments.style),
      exitCode: ExitCode(report.conclusion))
  }
}
