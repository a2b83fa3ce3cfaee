import JWTValidation
import TokenReport

/// `jwtcheck inspect`: a report on a token as one HTML page that needs nothing from anywhere.
enum InspectCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    var standardInput = StandardInput()
    let report = try reporting(arguments, &standardInput)
    let input = try TokenInput(arguments[Positionals.response], &standardInput)
    let now = try arguments.now()
    var token: [UInt8] = []
    if case .token(let given) = input.content { token = given }
    let made = try input.report(at: now) { (token, notes) throws(CommandFailure) in
      try report(token, now, notes)
    }
    let page = ReportPage.file(made, token: token, isRedacted: arguments[Options.redact])
    return CommandResult(text: String(decoding: page, as: UTF8.self))
  }

  /// As much as the options allow: what `check`, `verify` or `decode` would report.
  private static func reporting(
    _ arguments: ParsedArguments, _ standardInput: inout StandardInput
  ) throws(CommandFailure) -> TokenInput.Reporting {
    let rule = InspectSpecification.ruling.first { arguments.isGiven($0) }
    if InspectSpecification.comparing.contains(where: { arguments.isGiven($0) }) {
      if let rule {
        throw CommandFailure(
          usage: "\(rule.specification.longForm) is not for the comparison with a request",
          hint: "say it in a policy file and give --policy")
      }
      return try CheckCommand.reporting(arguments, &standardInput)
    }
    let judging: [any OptionHandle] = [
      Options.policy, Options.keys, Options.jwksURL, Options.issuerDiscovery, Options.algorithms,
    ]
    guard rule == nil, !judging.contains(where: { arguments.isGiven($0) }) else {
      return try VerifyCommand.reporting(arguments, &standardInput)
    }
    return { token, now, notes in Report.decode(token, at: now, notes: notes) }
  }
}
