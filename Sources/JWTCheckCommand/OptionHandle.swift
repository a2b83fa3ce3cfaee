/// An option by which the table declares and a command reads.
///
/// The same constant does both, so a name cannot be misspelt and a value has its type:
/// `arguments[Options.audience]` is an `[String]`.
package protocol OptionHandle: Sendable {
  /// What reading the option gives.
  associatedtype Content
  /// The entry of the table.
  var specification: OptionSpecification { get }
  /// What the values given on the command line, in their order, amount to.
  func content(of values: [any Sendable]) -> Content
}

/// An option without a value: given or not.
package struct Flag: OptionHandle {
  package let specification: OptionSpecification

  init(_ name: String, letter: Character? = nil, contrary: String? = nil, help: String) {
    specification = OptionSpecification(
      name: name, letter: letter, valueName: nil, completion: .nothing, isRepeatable: false,
      contrary: contrary, help: help, parse: { _ in true })
  }

  package func content(of values: [any Sendable]) -> Bool {
    !values.isEmpty
  }
}

/// An option with one value.
package struct SingleOption<Value: Sendable>: OptionHandle {
  package let specification: OptionSpecification

  init(
    _ name: String, letter: Character? = nil, _ valueName: String, _ kind: ArgumentKind<Value>,
    help: String
  ) {
    specification = OptionSpecification(
      name: name, letter: letter, valueName: valueName, completion: kind.completion,
      isRepeatable: false, contrary: nil, help: help,
      parse: { word throws(ValueProblem) in try kind.parse(word) })
  }

  package func content(of values: [any Sendable]) -> Value? {
    values.last as? Value
  }
}

/// An option that may have a value or stand alone; `isGiven` tells that it stands there.
package struct OpenOption<Value: Sendable>: OptionHandle {
  package let specification: OptionSpecification

  /// - Parameter recognizes: whether the word behind the option is its value and nothing else.
  init(
    _ name: String, _ valueName: String, _ kind: ArgumentKind<Value>,
    recognizes: @escaping @Sendable (String) -> Bool, help: String
  ) {
    specification = OptionSpecification(
      name: name, letter: nil, valueName: valueName, completion: kind.completion,
      isRepeatable: false, contrary: nil, help: help, recognizesValue: recognizes,
      parse: { word throws(ValueProblem) in try kind.parse(word) })
  }

  package func content(of values: [any Sendable]) -> Value? {
    values.last as? Value
  }
}

/// An option with a value that may be given several times.
package struct RepeatedOption<Value: Sendable>: OptionHandle {
  package let specification: OptionSpecification

  init(
    _ name: String, letter: Character? = nil, _ valueName: String, _ kind: ArgumentKind<Value>,
    help: String
  ) {
    specification = OptionSpecification(
      name: name, letter: letter, valueName: valueName, completion: kind.completion,
      isRepeatable: true, contrary: nil, help: help,
      parse: { word throws(ValueProblem) in try kind.parse(word) })
  }

  package func content(of values: [any Sendable]) -> [Value] {
    values.compactMap { $0 as? Value }
  }
}
