/// An argument that is no option, by which the table declares and a command reads.
package protocol PositionalHandle: Sendable {
  /// How the help calls it, such as `TOKEN|@FILE|-`.
  var name: String { get }
  /// Whether the command does not run without it.
  var isRequired: Bool { get }
  /// Whether it takes every further word, too; the last one of a command only.
  var isRepeatable: Bool { get }
  /// What a shell offers.
  var completion: Completion { get }
  /// What it is, as one sentence without a full stop.
  var help: String { get }
  /// Turns the word into a value.
  func parse(_ word: String) throws(ValueProblem) -> any Sendable
}

/// A positional argument with a value of one type.
package struct Positional<Value: Sendable>: PositionalHandle {
  package let name: String
  package let isRequired: Bool
  package let isRepeatable = false
  package let help: String
  private let kind: ArgumentKind<Value>

  init(_ name: String, _ kind: ArgumentKind<Value>, isRequired: Bool = false, help: String) {
    self.name = name
    self.isRequired = isRequired
    self.help = help
    self.kind = kind
  }

  package var completion: Completion {
    kind.completion
  }

  package func parse(_ word: String) throws(ValueProblem) -> any Sendable {
    try kind.parse(word)
  }
}

/// A positional argument that may be given several times.
package struct RepeatedPositional<Value: Sendable>: PositionalHandle {
  package let name: String
  package let isRequired = false
  package let isRepeatable = true
  package let help: String
  private let kind: ArgumentKind<Value>

  init(_ name: String, _ kind: ArgumentKind<Value>, help: String) {
    self.name = name
    self.help = help
    self.kind = kind
  }

  package var completion: Completion {
    kind.completion
  }

  package func parse(_ word: String) throws(ValueProblem) -> any Sendable {
    try kind.parse(word)
  }
}
