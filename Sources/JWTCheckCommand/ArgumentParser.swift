/// What a command line asks for.
package enum Invocation: Sendable {
  /// Run a command.
  case run(ParsedArguments)
  /// Print the help of a command, or of the whole tool for `nil`.
  case help(CommandName?)
  /// Print the version.
  case version
}

/// Reads a command line by the table, from left to right.
///
/// `--name value`, `--name=value`, `-n value`, `-nvalue`, flags of one letter bundled (`-jk FILE`);
/// `--` ends the options and a lone `-` is an argument like any other. An option is never a value:
/// `--key --json` is a missing value and not a key called `--json`.
package struct ArgumentParser {
  private var rest: ArraySlice<String>
  private var command: CommandName?
  private var values = GivenValues()
  private var positionals = GivenValues()

  /// Understands the words after the program's name.
  ///
  /// - Throws: `UsageError` for the first thing that is wrong.
  package static func parse(_ words: [String]) throws(UsageError) -> Invocation {
    var parser = ArgumentParser(rest: words[...])
    return try parser.run()
  }

  private init(rest: ArraySlice<String>) {
    self.rest = rest
  }

  private mutating func run() throws(UsageError) -> Invocation {
    var optionsHaveEnded = false
    while let word = rest.popFirst() {
      if optionsHaveEnded || word.utf8.count < 2 || word.utf8.first != UInt8(ascii: "-") {
        try takeArgument(word)
      } else if word.utf8.count == 2, word.utf8.last == UInt8(ascii: "-") {
        optionsHaveEnded = true
      } else if word.utf8.starts(with: "--".utf8) {
        try takeLong(word)
      } else {
        try takeLetters(word)
      }
      // Whoever asks for help gets it, whatever follows.
      if given(Options.help) { return .help(command) }
      if given(Options.version) { return .version }
    }
    guard let command else { throw .noCommand }
    try checkPresence(CommandTable.specification(of: command))
    return .run(ParsedArguments(command: command, values: values, positionals: positionals))
  }

  private func given(_ flag: Flag) -> Bool {
    values.contains(flag.name)
  }

  /// The entry of an option that may be given here.
  private func option(where isMeant: (any OptionHandle) -> Bool) -> OptionSpecification? {
    CommandTable.optionHandles(of: command).first(where: isMeant)?.specification
  }

  // MARK: Arguments

  private mutating func takeArgument(_ word: String) throws(UsageError) {
    guard let command else {
      self.command = try Self.command(named: word)
      return
    }
    // Each argument that was understood has used up one position.
    let places = CommandTable.specification(of: command).positionals
    let place = min(positionals.count, places.count - 1)
    guard place >= 0, place == positionals.count || places[place].isRepeatable else {
      throw .unexpectedArgument(position: position, of: command)
    }
    let positional = places[place]
    do {
      positionals.append(try positional.parse(word), for: positional.name)
    } catch {
      throw .invalidValue(of: positional.name, error)
    }
  }

  private static func command(named word: String) throws(UsageError) -> CommandName {
    if let name = CommandName.allCases.first(where: {
      $0.rawValue.utf8.elementsEqual(word.utf8)
    }) {
      return name
    }
    let names = WordList(CommandName.allCases.map(\.rawValue))
    throw .unknownCommand(word, suggestion: names.nearest(to: word))
  }

  /// The position of the word just taken, counted from 1.
  private var position: Int {
    rest.startIndex
  }

  // MARK: Options

  private mutating func takeLong(_ word: String) throws(UsageError) {
    let body = word.dropFirst(2)
    let sign = body.utf8.firstIndex(of: UInt8(ascii: "="))
    let name = body[..<(sign ?? body.endIndex)]
    let attached = sign.map { String(body[body.utf8.index(after: $0)...]) }
    guard let option = option(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
      throw unknown("--\(name)", name: String(name))
    }
    try take(option, as: option.longForm, attached: attached)
  }

  private mutating func takeLetters(_ word: String) throws(UsageError) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = option(where: { $0.letter == letter }) else {
        throw unknown("-\(letter)", name: String(word.dropFirst()))
      }
      guard option.valueName != nil else {
        guard letters.first != "=" else { throw .unexpectedValue(option: "-\(letter)") }
        try take(option, as: "-\(letter)", attached: nil)
        continue
      }
      let value = letters.first == "=" ? letters.dropFirst() : letters
      return try take(
        option, as: "-\(letter)", attached: letters.isEmpty ? nil : String(value))
    }
  }

  private mutating func take(
    _ option: OptionSpecification, as typed: String, attached: String?
  ) throws(UsageError) {
    if values.contains(option.name), !option.isRepeatable {
      throw .givenTwice(option: option.longForm)
    }
    if let contrary = option.contrary, values.contains(contrary) {
      throw .contradiction("--\(contrary)", option.longForm)
    }
    guard let valueName = option.valueName else {
      guard attached == nil else { throw .unexpectedValue(option: typed) }
      values.append(true, for: option.name)
      return
    }
    if attached == nil, let recognizes = option.recognizesValue,
      rest.first.map(recognizes) != true
    {
      values.append(true, for: option.name)
      return
    }
    let word =
      if let attached { attached } else { try nextValue(typed: typed, valueName: valueName) }
    do {
      values.append(try option.parse(word), for: option.name)
    } catch {
      throw .invalidValue(of: option.longForm, error)
    }
  }

  private mutating func nextValue(
    typed: String, valueName: String
  ) throws(UsageError) -> String {
    guard let next = rest.first else {
      throw .missingValue(option: typed, valueName: valueName, isFollowedByOption: false)
    }
    // No option begins as a PEM does.
    guard
      next.utf8.count == 1 || next.utf8.first != UInt8(ascii: "-")
        || next.utf8.starts(with: "-----BEGIN ".utf8)
    else {
      throw .missingValue(option: typed, valueName: valueName, isFollowedByOption: true)
    }
    return rest.removeFirst()
  }

  private func unknown(_ typed: String, name: String) -> UsageError {
    let owners = CommandTable.commands.filter { command in
      command.optionHandles.contains { $0.name.utf8.elementsEqual(name.utf8) }
    }
    let suggestion =
      owners.isEmpty || typed.utf8.count == 2
      ? WordList(CommandTable.optionHandles(of: command).map(\.name)).nearest(to: name).map {
        "--\($0)"
      } : nil
    return .unknownOption(
      typed, of: command, suggestion: suggestion, owners: owners.map(\.name))
  }

  // MARK: Completeness

  private func checkPresence(_ command: CommandSpecification) throws(UsageError) {
    for positional in command.positionals
    where positional.isRequired && !positionals.contains(positional.name) {
      throw .missingArgument(positional.name, of: command.name)
    }
    guard command.needsOptions else { return }
    if let alternative = command.alternative, values.contains(alternative.name) { return }
    let choice = command.choice
    if !choice.isEmpty, !choice.contains(where: { values.contains($0.name) }) {
      let forms = choice.map(\.valueForm)
      let last = forms.last.map { forms.count > 1 ? " or \($0)" : $0 } ?? ""
      throw .missingArgument(
        forms.dropLast().joined(separator: ", ") + last, of: command.name)
    }
    for option in command.required where !values.contains(option.name) {
      throw .missingArgument(option.valueForm, of: command.name)
    }
  }
}
