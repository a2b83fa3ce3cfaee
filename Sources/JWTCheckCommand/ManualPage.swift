import TokenReport

/// The manual page in the form of man(7), made from the command table.
enum ManualPage {
  /// The whole page.
  static var text: String {
    let sections = [
      section("NAME", ["jwtcheck \\- look at, verify and compare JSON Web Tokens"]),
      section("SYNOPSIS", CommandTable.commands.flatMap(synopsis)),
      section(
        "DESCRIPTION",
        [
          """
          jwtcheck says what a JSON Web Token is, verifies it, and checks that it is the one that \
          was requested. It opens no network connection.
          """
        ]),
      section("COMMANDS", CommandTable.commands.flatMap(command)),
      section("OPTIONS OF EVERY COMMAND", CommandTable.globalOptions.flatMap(option)),
      section("TOKEN", Syntax.token.flatMap(entry)),
      section("KEY", Syntax.key.flatMap(entry)),
      section("TIME", Syntax.time.flatMap(entry)),
      section("DURATION, SECONDS", Syntax.duration.flatMap(entry)),
      section(
        "EXIT STATUS", ExitCode.allCases.flatMap { entry(String($0.rawValue), $0.meaning) }),
      section(
        "ENVIRONMENT",
        entry("NO_COLOR", "no colour, if it is set and not empty")
          + entry("CLICOLOR_FORCE", "colour also where there is no terminal")),
    ]
    return ([".TH JWTCHECK 1 \"\" \"jwtcheck \(Program.version)\""] + sections.flatMap(\.self))
      .endedLines
  }

  private static func section(_ heading: String, _ lines: [String]) -> [String] {
    [".SH \(heading)"] + lines
  }

  private static func synopsis(_ command: CommandSpecification) -> [String] {
    [".B \(escaped(HelpText.usage(of: command)))", ".br"]
  }

  private static func command(_ command: CommandSpecification) -> [String] {
    var lines = [".SS \(command.name.rawValue)", escaped("It serves to \(command.summary).")]
    for paragraph in command.discussion { lines += [".PP", escaped(paragraph)] }
    for positional in command.positionals { lines += entry(positional.name, positional.help) }
    for option in command.options { lines += self.option(option) }
    for example in command.examples {
      lines += [".PP", escaped(example.purpose) + ":", ".RS", ".nf", escaped(example.line)]
      lines += [".fi", ".RE"]
    }
    return lines
  }

  private static func option(_ option: OptionSpecification) -> [String] {
    let (form, help) = HelpText.entry(of: option)
    return entry(String(form.drop { $0 == " " }), help)
  }

  private static func entry(_ name: String, _ help: String) -> [String] {
    [".TP", ".B \(escaped(name))", escaped(help)]
  }

  /// What man(7) would take for its own: backslashes, dashes that are to stay dashes, and a period
  /// or quote at the start of a line.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'" where result.isEmpty, "." where result.isEmpty: result += "\\&\(character)"
      default: result.append(character)
      }
    }
    return result
  }
}
