import PolicyFile
import StrictCoding
import TokenReport

/// `jwtcheck policy`: a policy file itself, without any token of anybody's.
enum PolicyCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    var standardInput = StandardInput()
    let document = try DocumentFile(
      arguments[Positionals.policyFile] ?? "-", option: "POLICY.json", &standardInput)
    let file = try PolicyDocument.read(document)
    return CommandResult(
      arguments[Options.json] ? .some(PolicyText.tree(file)) : .none,
      text: PolicyText.text(file, style: arguments.style))
  }
}
