/// One command as the parser, the help and the completions see it.
package struct CommandSpecification: Sendable {
  /// What it is called.
  package let name: CommandName
  /// What it does, in a few words.
  package let summary: String
  /// What it does and does not do, in paragraphs.
  package let discussion: [String]
  /// The arguments that are no options, in their order; optional ones last.
  package let positionals: [any PositionalHandle]
  /// The options, in the order of the help.
  package let options: [OptionSpecification]
  /// Options of which it needs one.
  package let choice: [OptionSpecification]
  /// The options without which it does not run.
  package let required: [OptionSpecification]
  /// The option that stands for the choice and all required ones.
  package let alternative: OptionSpecification?
  /// Command lines that work, each with what it shows.
  package let examples: [(line: String, purpose: String)]

  init(
    _ name: CommandName, summary: String, discussion: [String],
    positionals: [any PositionalHandle] = [], choice: [any OptionHandle] = [],
    required: [any OptionHandle] = [],
    alternative: (any OptionHandle)? = nil,
    options: [any OptionHandle] = [], examples: [(line: String, purpose: String)]
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.positionals = positionals
    self.choice = choice.map(\.specification)
    self.required = required.map(\.specification)
    self.alternative = alternative?.specification
    self.options =
      (self.alternative.map { [$0] } ?? []) + self.choice + self.required
      + options.map(\.specification)
    self.examples = examples
  }
}

/// The names of the commands.
package enum CommandName: String, CaseIterable, Sendable {
  case decode, verify, check, policy
  case request, inspect
  case diagnose, lint, audit, diff, sign, explain, help, completions, man
}
