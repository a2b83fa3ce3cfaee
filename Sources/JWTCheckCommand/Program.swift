import TokenReport

/// A whole run of the tool, from the words of the command line to the exit code.
package enum Program {
  /// The version that `--version` prints.
  package static let version = "0.1.0"

  /// Runs the command that the words ask for and writes its answer.
  ///
  /// - Parameter startCryptography: called before a key is used for the first time; not called by
  ///   commands that need none, because starting libcrypto takes as long as all the rest.
  package static func run(
    _ arguments: ProcessArguments, startCryptography: () -> Void
  ) -> ExitCode {
    do throws(CommandFailure) {
      if let problem = arguments.problem { throw CommandFailure(usage: problem) }
      let result = try result(of: arguments.words, startCryptography)
      var output = OutputBuffer()
      output.write(result.output)
      do {
        try output.flush()
      } catch {
        guard let message = error.message else { return result.exitCode }
        throw CommandFailure(.internalFault, message)
      }
      return result.exitCode
    } catch {
      error.print()
      return error.exitCode
    }
  }

  private static func result(
    of words: [String], _ startCryptography: () -> Void
  ) throws(CommandFailure) -> CommandResult {
    let invocation: Invocation
    do {
      invocation = try ArgumentParser.parse(words)
    } catch {
      throw CommandFailure(error)
    }
    switch invocation {
    case .run(let arguments):
      if arguments.isGiven(Options.keys) || arguments.isGiven(Options.policy) {
        startCryptography()
      }
      return try run(arguments)
    case .help(let command): return help(command)
    case .version: return CommandResult(text: "jwtcheck \(version)\n")
    }
  }

  private static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    switch arguments.command {
    case .decode: return try DecodeCommand.run(arguments)
    case .verify: return try VerifyCommand.run(arguments)
    case .check: return try CheckCommand.run(arguments)
    case .request: return try RequestCommand.run(arguments)
    case .inspect: return try InspectCommand.run(arguments)
    case .diagnose: return try DiagnoseCommand.run(arguments)
    case .policy: return try PolicyCommand.run(arguments)
    case .lint: return try LintCommand.run(arguments)
    case .audit: return try AuditCommand.run(arguments)
    case .diff: return try DiffCommand.run(arguments)
    case .sign: return try SignCommand.run(arguments)
    case .explain: return try ExplainCommand.run(arguments)
    case .man: return CommandResult(text: ManualPage.text)
    case .help: return help(arguments[Positionals.command])
    case .completions:
      return CommandResult(text: arguments[Positionals.shell]?.completionScript ?? "")
    }
  }

  private static func help(_ command: CommandName?) -> CommandResult {
    let terminal = Terminal()
    return CommandResult(
      text: command.map { HelpText.text(of: $0, for: terminal) }
        ?? HelpText.overview(for: terminal))
  }
}
