import JWTValidation
import PolicyFile
import PolicyTrial
import TokenReport

/// Every check of every token of a trial, with the line of the policy that asked for it.
struct TrialTrace {
  let trial: PolicyTrial
  let file: PolicyFile
  /// What to call the file.
  let name: String
  let now: NumericDate
  let arguments: ParsedArguments

  /// The reports on the tokens of one attack.
  func reports(on result: TrialResult) -> [Report] {
    result.tokens.map { token in
      let (report, position) = trial.report(on: token, at: now)
      return Report.verify(token, report, at: now).traced(by: trace(of: token, position))
    }
  }

  private func trace(of token: [UInt8], _ position: Int?) -> Trace {
    guard let position else { return Trace(of: token) { TraceSource.always($0) } }
    let entry = file.entries[position]
    return Trace(
      of: token, policy: entry.policy, keyCount: trial.keyCount(at: position)
    ) { [name, arguments] in TraceSource.words(for: $0, in: entry, of: name, arguments) }
  }
}
