/// How a run ended, as the process says it: the contract for scripts.
///
/// Each number has one meaning in every command, so that a script can branch without reading text.
package enum ExitCode: Int32, CaseIterable, Sendable {
  /// The token was accepted, or decoded where nothing more was asked.
  case accepted = 0
  /// The claims or the request do not fit.
  case refused = 1
  /// The command line itself cannot be understood.
  case usage = 2
  /// The input is not a token.
  case malformed = 3
  /// The signature, or the key chosen for it, was refused.
  case signature = 4
  /// Nothing is wrong but the time: expired, not valid yet, or too old.
  case time = 5
  /// A key or an input could not be read.
  case unavailable = 6
  /// A fault of the tool or of the machine, never of the token.
  case internalFault = 70

  /// What the number says, in the words of `--help`.
  package var meaning: String {
    switch self {
    case .accepted: "accepted or decoded"
    case .refused: "claims or request refused"
    case .usage: "usage: the command line is not understood"
    case .malformed: "malformed token"
    case .signature: "signature refused"
    case .time: "outside its time window only"
    case .unavailable: "key or input unavailable"
    case .internalFault: "a fault of the tool or of the machine, such as a full disk"
    }
  }
}
