@testable import JWTCheckCommand

/// The article `CommandLine.md`, made from the table of commands.
enum CommandLinePage {
  static var text: String {
    let parts =
      [introduction] + CommandTable.commands.map(section) + [everywhere, syntax, exitCodes]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static let introduction = """
    # Every command and option

    What `jwtcheck` understands, and how it answers.

    ## Overview

    `jwtcheck COMMAND [ARGUMENT] [OPTION...]`. Results go to standard output, everything else to standard error.
    `--name VALUE` and `--name=VALUE` mean the same; `--` ends the options.

    This page is made from the table of commands in the sources; a test compares the two.
    """

  private static func section(_ command: CommandSpecification) -> String {
    var parts = ["## \(command.name.rawValue)", sentence(command.summary)] + command.discussion
    if !command.positionals.isEmpty {
      parts.append(table("argument", command.positionals.map { ($0.name, $0.help) }))
    }
    if !command.options.isEmpty {
      let required = command.required.map(\.name)
      let rows = command.options.map { row($0, isRequired: required.contains($0.name)) }
      parts.append(table("option", rows))
    }
    let examples = command.examples.map { "# \($0.purpose)\n\($0.line)" }
    parts.append("```sh\n" + examples.joined(separator: "\n") + "\n```")
    return parts.joined(separator: "\n\n")
  }

  private static var everywhere: String {
    "## Options of every command\n\n"
      + table("option", CommandTable.globalOptions.map { row($0, isRequired: false) })
  }

  private static var syntax: String {
    [
      ("TOKEN", Syntax.token), ("KEY", Syntax.key), ("TIME", Syntax.time),
      ("DURATION and SECONDS", Syntax.duration),
    ].map { name, rows in "## \(name)\n\n" + table("written", rows) }.joined(separator: "\n\n")
  }

  private static var exitCodes: String {
    "## Exit codes\n\n"
      + table("code", ExitCode.allCases.map { (String($0.rawValue), $0.meaning) })
  }

  private static func row(
    _ option: OptionSpecification, isRequired: Bool
  ) -> (String, String) {
    let letter = option.letter.map { "-\($0), " } ?? ""
    let value = option.valueName.map { " \($0)" } ?? ""
    var help = option.help
    switch option.completion {
    case .choice(let words), .list(let words): help += " (\(words.joined(separator: ", ")))"
    default: break
    }
    if option.isRepeatable { help += "; may be repeated" }
    if isRequired { help += "; required" }
    return (letter + option.longForm + value, help)
  }

  private static func table(_ heading: String, _ rows: [(String, String)]) -> String {
    (["| \(heading) | meaning |", "|---|---|"]
      + rows.map { "| `\(escaped($0.0))` | \(escaped($0.1)) |" }).joined(separator: "\n")
  }

  /// A bar inside a cell would end it.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}
