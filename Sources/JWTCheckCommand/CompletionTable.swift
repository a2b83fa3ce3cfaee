/// What the completions of every shell need from the command table, in one walk over it.
///
/// A place is where a value can stand: `verify:--key` after an option, `verify:0` for the first
/// positional argument, `:--color` before the command.
struct CompletionTable {
  /// Everything that is offered at one place.
  struct Place: Equatable {
    /// The names of the place, one for each way to write the option.
    let names: [String]
    /// What is offered there.
    let completion: Completion
    /// Whether the place follows an option and not the command.
    let isOption: Bool
  }

  /// The places of all commands.
  static var places: [Place] {
    optionPlaces(of: nil)
      + CommandName.allCases.flatMap { optionPlaces(of: $0) + arguments(of: $0) }
  }

  /// The ways to write an option, `--key` and `-k`.
  static func forms(of option: OptionSpecification) -> [String] {
    [option.longForm] + (option.letter.map { ["-\($0)"] } ?? [])
  }

  private static func optionPlaces(of command: CommandName?) -> [Place] {
    CommandTable.options(of: command).filter { $0.valueName != nil }.map { option in
      Place(
        names: forms(of: option).map { "\(command?.rawValue ?? ""):\($0)" },
        completion: option.completion, isOption: true)
    }
  }

  private static func arguments(of command: CommandName) -> [Place] {
    CommandTable.specification(of: command).positionals.enumerated().map { index, positional in
      Place(
        // Nobody types more names than this by hand.
        names: (index..<index + (positional.isRepeatable ? 8 : 1)).map {
          "\(command.rawValue):\($0)"
        }, completion: positional.completion,
        isOption: false)
    }
  }
}
