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

/// An argument that is no option, by which the table declares and a command reads.
package struct PositionalArgument<Value: Sendable, Content>: Sendable {
  private let name: String
  private let isRequired: Bool
  private let help: String
  private let kind: @Sendable () -> ArgumentKind<Value>
  private let isRepeatable: Bool
  private let read: @Sendable (GivenValues, String) -> Content

  /// The entry of the table.
  package var specification: PositionalSpecification {
    let kind = kind()
    return PositionalSpecification(
      name: name, isRequired: isRequired, isRepeatable: isRepeatable, completion: kind.completion,
      help: help, parse: { word throws(ValueProblem) in try kind.parse(word) })
  }

  /// What was given for it on the command line.
  func content(in values: GivenValues) -> Content { read(values, name) }
}

/// A positional argument with one value.
package typealias Positional<Value: Sendable> = PositionalArgument<Value, Value?>

extension PositionalArgument where Content == Value? {
  init(
    _ name: String, _ kind: @autoclosure @escaping @Sendable () -> ArgumentKind<Value>,
    isRequired: Bool = false, help: String
  ) {
    self.init(
      name: name, isRequired: isRequired, help: help, kind: kind, isRepeatable: false,
      read: { $0.last(of: $1) })
  }
}

/// A positional argument that may be given several times.
package typealias RepeatedPositional<Value: Sendable> = PositionalArgument<Value, [Value]>

extension PositionalArgument where Content == [Value] {
  init(
    _ name: String, _ kind: @autoclosure @escaping @Sendable () -> ArgumentKind<Value>,
    help: String
  ) {
    self.init(
      name: name, isRequired: false, help: help, kind: kind, isRepeatable: true,
      read: { $0.all(of: $1) })
  }
}
