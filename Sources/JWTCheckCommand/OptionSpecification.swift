/// One option as the parser, the help and the completions see it.
package struct OptionSpecification: Sendable {
  /// The long name without its dashes.
  package let name: String
  /// The short name, one ASCII letter.
  package let letter: Character?
  /// How the help calls the value, `nil` for a flag.
  package let valueName: String?
  /// What a shell offers for the value.
  package let completion: Completion
  /// Whether it may be given more than once.
  package let isRepeatable: Bool
  /// The name of the option that says the contrary.
  package let contrary: String?
  /// What it does, as one sentence without a full stop.
  package let help: String
  /// Whether the word behind the option is its value, for an option that may also stand alone; `nil`
  /// if it always has one.
  var recognizesValue: (@Sendable (String) -> Bool)?
  /// Turns the word after it into a value.
  let parse: @Sendable (String) throws(ValueProblem) -> any Sendable

  /// The option as it is typed, `--name`.
  package var longForm: String {
    "--\(name)"
  }

  /// The option with its value as it is typed, `--key KEY`.
  var valueForm: String {
    guard let valueName else { return longForm }
    return "\(longForm) \(recognizesValue == nil ? valueName : "[\(valueName)]")"
  }

  /// The option as the help shows it, `-k, --key KEY`.
  var helpForm: String {
    (letter.map { "-\($0), " } ?? "    ") + valueForm
  }
}
