/// One command as the parser, the help and the completions see it.
///
/// Everything but name and summary is made when somebody asks for it: a run needs the entry of one
/// command, and of that a small part.
package struct CommandSpecification: Sendable {
  /// What it is called.
  package let name: CommandName
  /// What it does, in a few words.
  package let summary: String
  private let makeDiscussion: @Sendable () -> [String]
  private let makePositionals: @Sendable () -> [PositionalSpecification]
  private let makeChoice: @Sendable () -> [any OptionHandle]
  private let makeRequired: @Sendable () -> [any OptionHandle]
  private let makeAlternative: @Sendable () -> (any OptionHandle)?
  private let makeOptions: @Sendable () -> [any OptionHandle]
  private let makeExamples: @Sendable () -> [(line: String, purpose: String)]

  init(
    _ name: CommandName, summary: String,
    discussion: @autoclosure @escaping @Sendable () -> [String],
    positionals: @autoclosure @escaping @Sendable () -> [PositionalSpecification] = [],
    choice: @autoclosure @escaping @Sendable () -> [any OptionHandle] = [],
    required: @autoclosure @escaping @Sendable () -> [any OptionHandle] = [],
    alternative: @autoclosure @escaping @Sendable () -> (any OptionHandle)? = nil,
    options: @autoclosure @escaping @Sendable () -> [any OptionHandle] = [],
    examples: @autoclosure @escaping @Sendable () -> [(line: String, purpose: String)]
  ) {
    self.name = name
    self.summary = summary
    makeDiscussion = discussion
    makePositionals = positionals
    makeChoice = choice
    makeRequired = required
    makeAlternative = alternative
    makeOptions = options
    makeExamples = examples
  }

  /// What it does and does not do, in paragraphs.
  package var discussion: [String] { makeDiscussion() }

  /// The arguments that are no options, in their order; optional ones last.
  package var positionals: [PositionalSpecification] { makePositionals() }

  /// Whether there are options without which it does not run.
  var needsOptions: Bool { !makeChoice().isEmpty || !makeRequired().isEmpty }

  /// Options of which it needs one.
  package var choice: [OptionSpecification] { makeChoice().map(\.specification) }

  /// The options without which it does not run.
  package var required: [OptionSpecification] { makeRequired().map(\.specification) }

  /// The option that stands for the choice and all required ones.
  package var alternative: OptionSpecification? { makeAlternative()?.specification }

  /// The options, in the order of the help.
  package var options: [OptionSpecification] { optionHandles.map(\.specification) }

  /// The options, by which they are found before their entries are made.
  var optionHandles: [any OptionHandle] {
    (makeAlternative().map { [$0] } ?? []) + makeChoice() + makeRequired() + makeOptions()
  }

  /// Command lines that work, each with what it shows.
  package var examples: [(line: String, purpose: String)] { makeExamples() }
}

/// The names of the commands.
package enum CommandName: String, CaseIterable, Sendable {
  case decode, verify, check, policy
  case request, inspect
  case diagnose, lint, audit, diff, sign, explain, help, completions, man
}
