import JOSE
import PolicyFile
import PolicyTrial
import StrictCoding
import TokenReport

/// `jwtcheck policy`: a policy file itself, without any token of anybody's.
enum PolicyCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    var standardInput = StandardInput()
    let document = try DocumentFile(
      arguments[Positionals.policyFile] ?? "-", option: "POLICY.json", &standardInput)
    let file = try PolicyDocument.read(document)
    let isQuiet = arguments[Options.quiet]
    switch arguments[Positionals.policyAction] {
    case .explain, nil:
      return CommandResult(
        arguments[Options.json] && !isQuiet ? .some(PolicyText.tree(file)) : .none,
        text: isQuiet ? "" : PolicyText.text(file, style: arguments.style))
    case .test:
      let trial = TrialText(file: file, results: try results(file, try arguments.now()))
      return CommandResult(
        arguments[Options.json] && !isQuiet ? .some(trial.tree) : .none,
        text: isQuiet ? "" : trial.text(arguments.style),
        exitCode: trial.results.contains { $0.outcome.isFailure } ? .refused : .accepted)
    }
  }

  private static func results(
    _ file: PolicyFile, _ now: NumericDate
  ) throws(CommandFailure) -> [TrialResult] {
    do {
      return try PolicyTrial(file).run(at: now)
    } catch {
      throw CommandFailure(
        .internalFault, "no keys could be made for the test of this policy [\(error)]")
    }
  }
}
