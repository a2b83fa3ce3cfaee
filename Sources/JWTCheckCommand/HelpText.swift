import TokenReport

/// The text of `--help`, made from the command table.
package struct HelpText {
  private let terminal: Terminal
  private var lines: [String] = []

  /// The most columns that are used; longer lines are hard to read.
  static let widest = 100
  /// The fewest columns; below them nothing is wrapped any narrower.
  static let narrowest = 40

  /// The help of the whole tool.
  package static func overview(for terminal: Terminal) -> String {
    var text = HelpText(terminal: terminal)
    text.addOverview()
    return text.lines.endedLines
  }

  /// The help of one command.
  package static func text(of command: CommandName, for terminal: Terminal) -> String {
    var text = HelpText(terminal: terminal)
    text.add(CommandTable.specification(of: command))
    return text.lines.endedLines
  }

  private init(terminal: Terminal) {
    self.terminal = terminal
  }

  private var width: Int {
    max(Self.narrowest, min(Self.widest, terminal.width))
  }

  // MARK: Parts

  private mutating func addOverview() {
    add(
      paragraph: "jwtcheck says what a JSON Web Token is, verifies it, and checks that it is "
        + "the one that was requested. It works offline; only "
        + "request, and keys that an issuer publishes, have jwtcheckd open a connection.")
    add(usage: ["jwtcheck COMMAND [ARGUMENT] [OPTION...]"])
    add("Commands", CommandTable.commands.map { ($0.name.rawValue, $0.summary) })
    add("Options", CommandTable.globalOptions.map(Self.entry))
    add("TOKEN", Syntax.token)
    add("KEY", Syntax.key)
    add("TIME", Syntax.time)
    add("DURATION, SECONDS", Syntax.duration)
    add("Exit codes", ExitCode.allCases.map { (String($0.rawValue), $0.meaning) })
    lines.append("")
    add(paragraph: "jwtcheck help COMMAND explains a command.")
  }

  private mutating func add(_ command: CommandSpecification) {
    add(paragraph: "jwtcheck \(command.name.rawValue): \(command.summary)")
    add(usage: [Self.usage(of: command)])
    for paragraph in command.discussion {
      lines.append("")
      add(paragraph: paragraph)
    }
    add("Arguments", command.positionals.map { ($0.name, $0.help) })
    add("Options", command.options.map(Self.entry))
    add("Options of every command", CommandTable.globalOptions.map(Self.entry))
    add(heading: "Examples")
    for example in command.examples {
      lines.append("  # \(example.purpose)")
      lines.append("  \(example.line)")
    }
    lines.append("")
    add(paragraph: "jwtcheck --help explains KEY, TIME and the exit codes.")
  }

  /// The command line in one row, with what is required spelt out.
  static func usage(of command: CommandSpecification) -> String {
    let words =
      ["jwtcheck", command.name.rawValue]
      + command.positionals.map {
        $0.isRequired ? $0.name : "[\($0.name)]" + ($0.isRepeatable ? "..." : "")
      }
      + requirements(of: command)
    return words.joined(separator: " ") + (command.options.isEmpty ? "" : " [OPTION...]")
  }

  private static func requirements(of command: CommandSpecification) -> [String] {
    let choice = command.choice.map(\.valueForm).joined(separator: " | ")
    let required = (choice.isEmpty ? [] : ["(\(choice))"]) + command.required.map(\.valueForm)
    guard let alternative = command.alternative else { return required }
    return ["(\(alternative.valueForm) | \(required.joined(separator: " ")))"]
  }

  static func entry(of option: OptionSpecification) -> (String, String) {
    var help = option.help
    if case .choice(let words) = option.completion {
      help += " (\(words.joined(separator: ", ")))"
    }
    if case .list(let words) = option.completion {
      help += " (\(words.joined(separator: ", ")))"
    }
    return (option.helpForm, option.isRepeatable ? help + "; may be repeated" : help)
  }

  // MARK: Layout

  private mutating func add(heading: String) {
    lines.append("")
    lines.append(terminal.bold("\(heading):"))
  }

  private mutating func add(usage: [String]) {
    lines.append("")
    lines += ParagraphText.lines(usage.joined(separator: " "), width: width - 7).enumerated().map {
      ($0.offset == 0 ? terminal.bold("Usage:") + " " : "       ") + $0.element
    }
  }

  private mutating func add(paragraph: String) {
    lines += ParagraphText.lines(paragraph, width: width)
  }

  private mutating func add(_ heading: String, _ rows: [(String, String)]) {
    guard !rows.isEmpty else { return }
    add(heading: heading)
    // One long name must not push the whole column to the right.
    let column = rows.map { $0.0.count }.filter { $0 <= width / 3 }.max() ?? 0
    for (name, help) in rows {
      let wrapped = ParagraphText.lines(help, width: width - column - 4)
      let indented = wrapped.map { String.blanks(column + 4) + $0 }
      if name.count <= column, let first = wrapped.first {
        let gap = String.blanks(column - name.count + 2)
        lines.append("  \(name)\(gap)\(first)")
        lines += indented.dropFirst()
      } else {
        lines.append("  \(name)")
        lines += indented
      }
    }
  }
}

/// The syntax of the values that several options share.
enum Syntax {
  static let token = [
    ("TOKEN", "the token itself; \"Bearer \", quotation marks and white space are removed"),
    ("@FILE", "a file that holds a token, or the JSON answer of a token endpoint"),
    ("-", "standard input; also when no TOKEN is given and something is piped in"),
  ]
  static let key = [
    ("FILE, @FILE", "a file: PEM, DER, JWK, JWK Set, or the bytes of a secret"),
    ("env:NAME", "the value of an environment variable"),
    ("fd:N", "an open file descriptor, as in --key fd:3 3<secret"),
    ("-", "standard input"),
    ("text:..., hex:...", "a secret as it stands, or in hexadecimal"),
    ("b64:..., b64url:...", "a secret in standard base64, or in base64url without padding"),
    ("{...}, -----BEGIN...", "a JWK, JWK Set or PEM itself; \\n may stand for the line ends"),
  ]
  static let time = [
    (
      "2026-01-02T03:04:05Z",
      "RFC 3339, with an offset and up to 9 digits of fraction; 23:59:60 UTC counts as the next second"
    ),
    ("1767323045", "seconds since 1970, with or without a fraction; not milliseconds"),
  ]
  static let duration = [
    ("90, 90s, 30m, 48h, 7d", "a plain number is seconds; units can be joined: 1h30m")
  ]
}
