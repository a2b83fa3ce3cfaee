import JOSEKeys
import JWTValidation
import TokenDiagnosis
import TokenReport

/// `jwtcheck diagnose`: why a signature does not fit.
enum DiagnoseCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    var standardInput = StandardInput()
    let keys = try keys(arguments[Options.keys], &standardInput)
    let input = try TokenInput(arguments[Positionals.token], &standardInput)
    guard case .token(let token) = input.content else {
      throw CommandFailure(.malformed, "the answer of the token endpoint holds no token")
    }
    let interruption = Interruption()
    var progress = ProgressLine()
    let diagnosis = Diagnosis(
      of: token, keys: keys, algorithms: arguments[Options.acceptedAlgorithms] ?? [],
      budget: arguments[Options.budget] ?? Diagnosis.defaultBudget
    ) { state in
      progress.show {
        "\(state.checkCount) of at most \(state.budget) signatures checked: \(state.stage.shown)"
      }
      return !interruption.isRequested
    }
    progress.clear()
    let report = DiagnosisReport(diagnosis, of: token, notes: input.notes)
    return CommandResult(
      arguments, json: report.tree, text: report.text(style: arguments.style),
      exitCode: ExitCode(report.conclusion))
  }

  private static func keys(
    _ sources: [KeySource], _ standardInput: inout StandardInput
  ) throws(CommandFailure) -> [DiagnosisKey] {
    var keys: [DiagnosisKey] = []
    for source in sources {
      let argument = try KeyArgument.read(source, &standardInput)
      do throws(KeyError) {
        let key = try DiagnosisKey(argument.bytes, isSecret: argument.mustBeSecret)
        if argument.isInArguments, key.isPrivate {
          StandardError.print(warning: KeyArgument.argumentWarning)
        }
        keys.append(key)
      } catch {
        throw CommandFailure(.unavailable, error, in: "key from \(argument.origin)")
      }
    }
    return keys
  }
}
