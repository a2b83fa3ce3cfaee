/// A command line that has been understood: the command and what was given to it.
package struct ParsedArguments: Sendable {
  /// The command to run.
  package let command: CommandName
  private let values: GivenValues
  private let positionals: GivenValues

  init(
    command: CommandName, values: GivenValues, positionals: GivenValues
  ) {
    self.command = command
    self.values = values
    self.positionals = positionals
  }

  /// What was given for an option: a `Bool`, a value or `nil`, or an array, as the option declares.
  package subscript<Handle: OptionHandle>(option: Handle) -> Handle.Content {
    assert(
      CommandTable.optionHandles(of: command).contains { $0.name == option.name },
      "\(command) does not have the option that it reads")
    return option.content(in: values)
  }

  /// Whether an option of that name was given, whichever command it belongs to.
  package func isGiven(_ option: some OptionHandle) -> Bool {
    values.contains(option.name)
  }

  /// What was given for some options, as a text that is another where any of it is another.
  package func text(of options: [any OptionHandle]) -> String {
    options.map { "\($0.name)=\(values.all(of: $0.name) as [any Sendable])" }
      .joined(separator: "\n")
  }

  /// What was given for a positional argument: a value, `nil` when it was left out, or an array.
  package subscript<Value, Content>(
    positional: PositionalArgument<Value, Content>
  ) -> Content {
    positional.content(in: positionals)
  }
}

// Arguments hold tokens and secrets: interpolation, `dump` and the debugger show none of them.
extension ParsedArguments: CustomStringConvertible, CustomReflectable {
  /// The name of the command.
  package var description: String {
    "arguments of \(command.rawValue)"
  }

  /// A mirror without children.
  package var customMirror: Mirror {
    Mirror(self, children: [])
  }
}
