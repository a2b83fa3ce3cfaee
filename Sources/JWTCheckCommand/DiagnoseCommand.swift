import JOSEKeys
import JWTValidation
import TokenDiagnosis
import TokenReport

/// `jwtcheck diagnose`: why a signature does not fit.
enum DiagnoseCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    var standardInput = StandardInput()
    let published = try RemoteKeyArguments(arguments)
    var keys = try keys(arguments[Options.keys], &standardInput)
    let input = try TokenInput(arguments[Positionals.token], &standardInput)
    let token = try input.token()
    var notes = input.notes
    if let published {
      let fetched = try published.fetch()
      notes += fetched.notes
      let key: DiagnosisKey
      do { key = try DiagnosisKey(fetched.text, isSecret: false) } catch {
        throw published.unusable(.key(error))
      }
      guard !key.isEmptySet else { throw published.unusable(.noUsableKey()) }
      keys = [key]
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
    let trace = DiagnosisTrace(
      keyCount: keys.reduce(0) { $0 + $1.count },
      source: (published?.optionName ?? "--key")
        + (arguments.isGiven(Options.acceptedAlgorithms) ? " and --alg" : ""))
    let report = DiagnosisReport(
      diagnosis, of: token, trace: arguments[Options.trace] ? trace : nil, notes: notes)
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
      let key: DiagnosisKey
      do throws(KeyError) {
        key = try DiagnosisKey(argument.bytes, isSecret: argument.mustBeSecret)
      } catch {
        throw CommandFailure(.unavailable, error, in: "key from \(argument.origin)")
      }
      guard !key.isEmptySet else {
        throw CommandFailure(
          .unavailable, PolicyError.noUsableKey(), in: "key from \(argument.origin)")
      }
      if argument.isInArguments, key.isPrivate {
        StandardError.print(warning: KeyArgument.argumentWarning)
      }
      keys.append(key)
    }
    return keys
  }
}
