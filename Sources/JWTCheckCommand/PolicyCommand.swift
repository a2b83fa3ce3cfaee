import JOSE
import PolicyFile
import PolicyTrial
import StrictCoding
import TokenReport

/// `jwtcheck policy`: a policy file itself, without any token of anybody's.
enum PolicyCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    if arguments[Options.trace], arguments[Positionals.policyAction] == .explain {
      throw CommandFailure(
        usage: "policy explain judges no token, so there is nothing to trace",
        hint: "policy test --trace tells every check of every token that it tries")
    }
    var standardInput = StandardInput()
    let document = try DocumentFile(
      arguments[Positionals.policyFile] ?? "-", option: "POLICY.json", &standardInput)
    let file = try PolicyDocument.read(document)
    switch arguments[Positionals.policyAction] {
    case .explain, nil:
      return CommandResult(
        arguments, json: PolicyText.tree(file),
        text: PolicyText.text(file, style: arguments.style))
    case .test:
      let now = try arguments.now()
      let (trial, results) = try trial(file, now)
      let trace = TrialTrace(
        trial: trial, file: file, name: document.name, now: now, arguments: arguments)
      let text = TrialText(
        file: file, results: results, trace: arguments[Options.trace] ? trace : nil)
      return CommandResult(
        arguments, json: text.tree, text: text.text(arguments.style),
        exitCode: results.contains { $0.outcome.isFailure } ? .refused : .accepted)
    }
  }

  private static func trial(
    _ file: PolicyFile, _ now: NumericDate
  ) throws(CommandFailure) -> (PolicyTrial, [TrialResult]) {
    do {
      let trial = try PolicyTrial(file)
      return (trial, try trial.run(at: now))
    } catch {
      throw CommandFailure(
        .internalFault, "no keys could be made for the test of this policy [\(error)]")
    }
  }
}
