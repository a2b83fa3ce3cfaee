/// Why a command line cannot be understood.
///
/// The caller prints `message` and `hint` on standard error and ends with `ExitCode.usage`. No
/// message holds a positional argument: it may be a token.
package enum UsageError: Error, Equatable, Sendable {
  /// There is no command.
  case noCommand
  /// The first argument is not the name of a command.
  case unknownCommand(String, suggestion: String?)
  /// No such option, neither here nor, unless `owners` names them, in another command.
  case unknownOption(String, of: CommandName?, suggestion: String?, owners: [CommandName])
  /// An option that takes a value stands without one.
  case missingValue(option: String, valueName: String, isFollowedByOption: Bool)
  /// A flag was given a value with `=`.
  case unexpectedValue(option: String)
  /// An option that can be given once is given twice.
  case givenTwice(option: String)
  /// Two options that say the contrary of each other.
  case contradiction(String, String)
  /// The value of an option or of a positional argument is not of the right kind.
  case invalidValue(of: String, ValueProblem)
  /// More positional arguments than the command has; positions count from 1.
  case unexpectedArgument(position: Int, of: CommandName)
  /// A positional argument or an option that the command needs is missing.
  case missingArgument(String, of: CommandName)
  /// A rule that a command checks by itself.
  case refused(message: String, hint: String?)

  /// What is wrong.
  package var message: String {
    switch self {
    case .noCommand: "no command given"
    case .unknownCommand(let word, _):
      Self.looksLikeToken(word)
        ? "the first argument is not a command; it looks like a token"
        : "unknown command \(ShownText.quoted(word))"
    case .unknownOption(let option, let command, _, _):
      "unknown option \(ShownText.quoted(option))" + (command.map { " for \($0.rawValue)" } ?? "")
    case .missingValue(let option, let valueName, _): "\(option) needs a value: \(valueName)"
    case .unexpectedValue(let option): "\(option) takes no value"
    case .givenTwice(let option): "\(option) is given twice"
    case .contradiction(let first, let second): "\(first) contradicts \(second)"
    case .invalidValue(let name, let problem): "\(name): \(problem.message)"
    case .unexpectedArgument(let position, let command):
      "argument \(position) is one too many for \(command.rawValue) (not shown)"
    case .missingArgument(let name, let command): "\(command.rawValue) needs \(name)"
    case .refused(let message, _): message
    }
  }

  /// What to do about it, `nil` where the message says it all.
  package var hint: String? {
    switch self {
    case .noCommand: "jwtcheck --help lists the commands; jwtcheck decode TOKEN shows a token"
    case .unknownCommand(let word, let suggestion):
      Self.looksLikeToken(word)
        ? "jwtcheck decode TOKEN shows a token"
        : suggestion.map { "did you mean \($0)?" } ?? "jwtcheck --help lists the commands"
    case .unknownOption(let option, let command?, nil, _)
    where option.utf8.elementsEqual(Options.trace.specification.longForm.utf8):
      command.reasonAgainstTrace
    case .unknownOption(_, let command, let suggestion, let owners):
      Self.hint(command: command, suggestion: suggestion, owners: owners)
    case .missingValue(let option, _, let isFollowedByOption):
      isFollowedByOption ? "a value that begins with '-' is written \(option)=-..." : nil
    case .unexpectedValue(let option): "write \(option) alone, or leave it out"
    case .givenTwice: "give it once; help says which options can be repeated"
    case .contradiction: "give one of the two"
    case .invalidValue(_, let problem): problem.hint
    case .unexpectedArgument(_, let command):
      "quote a value that has spaces in it; see jwtcheck help \(command.rawValue)"
    case .missingArgument(_, let command): "see jwtcheck help \(command.rawValue)"
    case .refused(_, let hint): hint
    }
  }

  private static func hint(
    command: CommandName?, suggestion: String?, owners: [CommandName]
  ) -> String {
    if let suggestion { return "did you mean \(suggestion)?" }
    guard let first = owners.first else {
      return command.map { "see jwtcheck help \($0.rawValue)" } ?? "see jwtcheck --help"
    }
    return command == nil
      ? "options of a command follow its name: jwtcheck \(first.rawValue) ..."
      : "it is an option of \(owners.map(\.rawValue).joined(separator: ", "))"
  }

  private static func looksLikeToken(_ word: String) -> Bool {
    word.utf8.starts(with: "eyJ".utf8)
  }
}
