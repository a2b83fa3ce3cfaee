/// One code at length: what it means, why it matters, what triggers it and what to do.
package struct CodeExplanation: Sendable {
  /// The stable name, part of the tools' output contract.
  package let code: String
  /// A few words.
  package let title: String
  /// What was found.
  package let meaning: String
  /// Why it is not passed over.
  package let reason: String
  /// The shortest input that triggers it.
  package let example: CodeExample
  /// What to do.
  package let remedy: String
  /// What the rule rests on.
  package let basis: Basis

  /// What a rule rests on.
  package enum Basis: Sendable {
    /// Sections of standards, the most important first.
    case standards([String])
    /// No standard, for this reason.
    case ownRule(String)
  }

  /// The sections of standards that the rule rests on, the most important first.
  package var references: [String] {
    if case .standards(let sections) = basis { sections } else { [] }
  }

  /// The section of a standard that the rule rests on most; `nil` for rules of our own.
  package var reference: String? { references.first }
}

/// The codes about one thing.
package struct CodeFamily: Sendable {
  /// What the codes are about.
  package let title: String
  /// What they have in common.
  package let introduction: String
  /// The codes in the order in which a reader meets them.
  package let codes: [CodeExplanation]
}
