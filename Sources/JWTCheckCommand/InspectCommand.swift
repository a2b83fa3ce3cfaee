import JWTValidation
import TokenReport

/// `jwtcheck inspect`: a report on a token as one HTML page that needs nothing from anywhere.
enum InspectCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    var standardInput = StandardInput()
    let input = try TokenInput(arguments[Positionals.token], &standardInput)
    let now = try arguments.now()
    let report = input.report(at: now) { token, notes in
      Report.decode(token, at: now, notes: notes)
    }
    var token: [UInt8] = []
    if case .token(let given) = input.content { token = given }
    let page = ReportPage.file(report, token: token, isRedacted: arguments[Options.redact])
    return CommandResult(text: String(decoding: page, as: UTF8.self))
  }
}
