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
    switch arguments[Positionals.policyAction] {
    case .explain, nil:
      return CommandResult(
        arguments, json: PolicyText.tree(file),
        text: PolicyText.text(file, style: arguments.style))
    case .test:
      let trial = TrialText(file: file, results: try results(file, try arguments.now()))
      return CommandResult(
        arguments, json: trial.tree, text: trial.text(arguments.style),
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
