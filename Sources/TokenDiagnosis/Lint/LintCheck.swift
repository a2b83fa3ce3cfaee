/// One rule of a lint and what it found: for whoever wants to know that a rule was applied at all.
public struct LintCheck: Equatable, Sendable {
  /// The name of the rule, such as `personal-data`.
  public let rule: String
  /// What it found; nothing for a token that keeps to it.
  public let findings: [LintFinding]
  /// What it looked at.
  package let inputs: [LintInput]
  /// Whether the rule is applied only where it is asked for.
  package let isOptional: Bool

  init(_ rule: any LintRule.Type, _ findings: [LintFinding]) {
    self.rule = rule.name
    self.findings = findings
    inputs = rule.inputs
    isOptional = rule == WellKnownSecretRule.self
  }
}

/// What a rule looks at.
package enum LintInput: Equatable, Sendable {
  /// A member of the header.
  case header(String)
  /// A claim that is a time.
  case time(String)
  /// Any other claim.
  case claim(String)
  /// The names of all claims.
  case names
  /// Every value of the claims, those inside objects and arrays too.
  case everyValue
  case signature
  /// How long the token is.
  case size
}
