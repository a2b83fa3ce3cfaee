import JWTValidation
import TokenReport

/// One value of a token alone, for a script.
enum SingleClaim {
  /// The value that `--claim` names, as text or with `--json` as JSON, or the whole report where it is
  /// not given.
  ///
  /// A token that is rejected has nothing to give: a script would take the value for good. Why it is
  /// rejected is then said on standard error.
  static func result(
    of report: Report, _ arguments: ParsedArguments
  ) throws(CommandFailure) -> CommandResult {
    guard let name = arguments[Options.claim] else { return CommandResult(report, arguments) }
    let exitCode = ExitCode(report.conclusion)
    guard exitCode == .accepted else {
      throw CommandFailure(exitCode, report.verdict.line)
    }
    guard let value = report.claims?[try pointer(name)] else {
      throw CommandFailure(.refused, "the token has no claim \(ShownText.quoted(name))")
    }
    guard !arguments[Options.quiet] else { return CommandResult(text: "") }
    return CommandResult(text: (arguments[Options.json] ? json(value) : text(value)) + "\n")
  }

  private static func pointer(_ name: String) throws(CommandFailure) -> JSONPointer {
    guard name.utf8.first == UInt8(ascii: "/") else { return JSONPointer(members: [name]) }
    do {
      return try JSONPointer(name)
    } catch {
      throw CommandFailure(.usage, error, in: "--claim")
    }
  }

  /// A text without its quotes, everything else as JSON.
  private static func text(_ value: JSONValue) -> String {
    value.stringBytes.map { JSONEscape.displayed($0) } ?? json(value)
  }

  private static func json(_ value: JSONValue) -> String {
    String(decoding: JSONTree.received(value).encoded(), as: UTF8.self)
  }
}
