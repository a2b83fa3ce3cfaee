/// One argument that is no option as the parser, the help and the completions see it.
package struct PositionalSpecification: Sendable {
  /// How the help calls it, such as `TOKEN|@FILE|-`.
  package let name: String
  /// Whether the command does not run without it.
  package let isRequired: Bool
  /// Whether it takes every further word, too; the last one of a command only.
  package let isRepeatable: Bool
  /// What a shell offers.
  package let completion: Completion
  /// What it is, as one sentence without a full stop.
  package let help: String
  /// Turns the word into a value.
  let parse: @Sendable (String) throws(ValueProblem) -> any Sendable
}

/// A positional argument with a value of one type, by which the table declares and a command reads.
package struct Positional<Value: Sendable>: Sendable {
  let name: String
  private let isRequired: Bool
  private let help: String
  private let kind: @Sendable () -> ArgumentKind<Value>

  init(
    _ name: String, _ kind: @autoclosure @escaping @Sendable () -> ArgumentKind<Value>,
    isRequired: Bool = false, help: String
  ) {
    self.name = name
    self.isRequired = isRequired
    self.help = help
    self.kind = kind
  }

  /// The entry of the table.
  package var specification: PositionalSpecification {
    let kind = kind()
    return PositionalSpecification(
      name: name, isRequired: isRequired, isRepeatable: false, completion: kind.completion,
      help: help, parse: { word throws(ValueProblem) in try kind.parse(word) })
  }
}

/// A positional argument that may be given several times.
package struct RepeatedPositional<Value: Sendable>: Sendable {
  let name: String
  private let help: String
  private let kind: @Sendable () -> ArgumentKind<Value>

  init(
    _ name: String, _ kind: @autoclosure @escaping @Sendable () -> ArgumentKind<Value>,
    help: String
  ) {
    self.name = name
    self.help = help
    self.kind = kind
  }

  /// The entry of the table.
  package var specification: PositionalSpecification {
    let kind = kind()
    return PositionalSpecification(
      name: name, isRequired: false, isRepeatable: true, completion: kind.completion, help: help,
      parse: { word throws(ValueProblem) in try kind.parse(word) })
  }
}
