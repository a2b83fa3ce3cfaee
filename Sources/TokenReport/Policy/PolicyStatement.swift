import JWTValidation
package import PolicyFile

/// One thing that a policy does or does not do, as a sentence for whoever answers for it.
package struct PolicyStatement: Equatable, Sendable {
  /// What becomes of the thing.
  package enum Kind: String, Equatable, Sendable {
    /// It is checked.
    case checked
    /// It is not checked, and nobody says why.
    case notChecked = "not-checked"
    /// It is given up for a reason.
    case waived
  }

  /// What becomes of the thing.
  package let kind: Kind
  /// The sentence.
  package let text: String
  /// The reason, for what is given up.
  package let reason: String?
  /// The line of the file that says so; `nil` where nothing needs to be said.
  package let place: PolicyPlace?
}

extension PolicyEntry {
  /// Everything that the entry does and does not do, in the order of the checks.
  package var statements: [PolicyStatement] {
    PolicyNarrator(entry: self).statements
  }

  /// Whose tokens the entry is for.
  package var heading: String {
    issuers.isEmpty
      ? "tokens of any issuer" : "tokens of \(PolicyNarrator.either(issuers))"
  }
}
