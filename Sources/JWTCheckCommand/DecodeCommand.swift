import JWTValidation
import TokenReport

/// `jwtcheck decode`: what a token says, without trusting it.
enum DecodeCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    var standardInput = StandardInput()
    let input = try TokenInput(arguments[Positionals.token], &standardInput)
    let now = try arguments.now()
    let report = try input.report(at: now, isTraced: arguments[Options.trace]) { token, notes in
      let report = Report.decode(token, at: now, notes: notes)
      guard arguments[Options.trace] else { return report }
      return report.traced(by: Trace(of: token) { TraceSource.always($0) })
    }
    return try SingleClaim.result(of: report, arguments)
  }
}
