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

/// An option with a value: what reading it gives depends on how often it may be given.
package struct ValueOption<Value: Sendable, Content>: OptionHandle {
  package let name: String
  package let letter: Character?
  private let valueName: String
  private let kind: @Sendable () -> ArgumentKind<Value>
  private let recognizes: (@Sendable (String) -> Bool)?
  private let help: String
  private let isRepeatable: Bool
  private let read: @Sendable (GivenValues, String) -> Content

  package var specification: OptionSpecification {
    let kind = kind()
    return OptionSpecification(
      name: name, letter: letter, valueName: valueName, completion: kind.completion,
      isRepeatable: isRepeatable, contrary: nil, help: help, recognizesValue: recognizes,
      parse: { word throws(ValueProblem) in try kind.parse(word) })
  }

  package func content(in values: GivenValues) -> Content { read(values, name) }
}

/// An option with one value.
package typealias SingleOption<Value: Sendable> = ValueOption<Value, Value?>

extension ValueOption where Content == Value? {
  /// - Parameter recognizes: whether the word behind the option is its value and nothing else, for an
  ///   option that may also stand alone; `isGiven` tells that it stands there.
  init(
    _ name: String, letter: Character? = nil, _ valueName: String,
    _ kind: @autoclosure @escaping @Sendable () -> ArgumentKind<Value>,
    recognizes: (@Sendable (String) -> Bool)? = nil, help: String
  ) {
    self.init(
      name: name, letter: letter, valueName: valueName, kind: kind, recognizes: recognizes,
      help: help, isRepeatable: false, read: { $0.last(of: $1) })
  }
}

/// An option with a value that may be given several times.
package typealias RepeatedOption<Value: Sendable> = ValueOption<Value, [Value]>

extension ValueOption where Content == [Value] {
  init(
    _ name: String, letter: Character? = nil, _ valueName: String,
    _ kind: @autoclosure @escaping @Sendable () -> ArgumentKind<Value>, help: String
  ) {
    self.init(
      name: name, letter: letter, valueName: valueName, kind: kind, recognizes: nil, help: help,
      isRepeatable: true, read: { $0.all(of: $1) })
  }
}
