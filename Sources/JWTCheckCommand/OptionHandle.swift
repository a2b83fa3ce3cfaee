/// An option by which the table declares and a command reads.
///
/// The same constant does both, so a name cannot be misspelt and a value has its type:
/// `arguments[Options.audience]` is an `[String]`.
///
/// Such a constant holds nothing that has to be made when the program starts; what the parser and the
/// help want to know is made when they ask. A short run asks for few of them.
package protocol OptionHandle: Sendable {
  /// What reading the option gives.
  associatedtype Content
  /// The long name without its dashes.
  var name: String { get }
  /// The short name, one ASCII letter.
  var letter: Character? { get }
  /// The entry of the table.
  var specification: OptionSpecification { get }
  /// What was given for it on the command line.
  func content(in values: GivenValues) -> Content
}

/// An option without a value: given or not.
package struct Flag: OptionHandle {
  package let name: String
  package let letter: Character?
  private let contrary: String?
  private let help: String

  init(_ name: String, letter: Character? = nil, contrary: String? = nil, help: String) {
    self.name = name
    self.letter = letter
    self.contrary = contrary
    self.help = help
  }

  package var specification: OptionSpecification {
    OptionSpecification(
      name: name, letter: letter, valueName: nil, completion: .nothing, isRepeatable: false,
      contrary: contrary, help: help, parse: { _ in true })
  }

  package func content(in values: GivenValues) -> Bool { values.contains(name) }
}

/// An option with one value.
package struct SingleOption<Value: Sendable>: OptionHandle {
  package let name: String
  package let letter: Character?
  private let valueName: String
  private let kind: @Sendable () -> ArgumentKind<Value>
  private let help: String

  init(
    _ name: String, letter: Character? = nil, _ valueName: String,
    _ kind: @autoclosure @escaping @Sendable () -> ArgumentKind<Value>, help: String
  ) {
    self.name = name
    self.letter = letter
    self.valueName = valueName
    self.kind = kind
    self.help = help
  }

  package var specification: OptionSpecification {
    OptionSpecification(
      name: name, letter: letter, valueName: valueName, kind(), isRepeatable: false, help: help)
  }

  package func content(in values: GivenValues) -> Value? { values.last(of: name) }
}

/// An option that may have a value or stand alone; `isGiven` tells that it stands there.
package struct OpenOption<Value: Sendable>: OptionHandle {
  package let name: String
  package let letter: Character? = nil
  private let valueName: String
  private let kind: @Sendable () -> ArgumentKind<Value>
  private let recognizes: @Sendable (String) -> Bool
  private let help: String

  /// - Parameter recognizes: whether the word behind the option is its value and nothing else.
  init(
    _ name: String, _ valueName: String,
    _ kind: @autoclosure @escaping @Sendable () -> ArgumentKind<Value>,
    recognizes: @escaping @Sendable (String) -> Bool, help: String
  ) {
    self.name = name
    self.valueName = valueName
    self.kind = kind
    self.recognizes = recognizes
    self.help = help
  }

  package var specification: OptionSpecification {
    var specification = OptionSpecification(
      name: name, letter: letter, valueName: valueName, kind(), isRepeatable: false, help: help)
    specification.recognizesValue = recognizes
    return specification
  }

  package func content(in values: GivenValues) -> Value? { values.last(of: name) }
}

/// An option with a value that may be given several times.
package struct RepeatedOption<Value: Sendable>: OptionHandle {
  package let name: String
  package let letter: Character?
  private let valueName: String
  private let kind: @Sendable () -> ArgumentKind<Value>
  private let help: String

  init(
    _ name: String, letter: Character? = nil, _ valueName: String,
    _ kind: @autoclosure @escaping @Sendable () -> ArgumentKind<Value>, help: String
  ) {
    self.name = name
    self.letter = letter
    self.valueName = valueName
    self.kind = kind
    self.help = help
  }

  package var specification: OptionSpecification {
    OptionSpecification(
      name: name, letter: letter, valueName: valueName, kind(), isRepeatable: true, help: help)
  }

  package func content(in values: GivenValues) -> [Value] { values.all(of: name) }
}

extension OptionSpecification {
  /// An option with a value.
  fileprivate init<Value: Sendable>(
    name: String, letter: Character?, valueName: String, _ kind: ArgumentKind<Value>,
    isRepeatable: Bool, help: String
  ) {
    self.init(
      name: name, letter: letter, valueName: valueName, completion: kind.completion,
      isRepeatable: isRepeatable, contrary: nil, help: help,
      parse: { word throws(ValueProblem) in try kind.parse(word) })
  }
}
