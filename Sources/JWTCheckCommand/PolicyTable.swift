extension CommandTable {
  static let policy = CommandSpecification(
    .policy,
    summary: "explain a policy file in plain words",
    discussion: [
      """
      explain reads the policy back, one sentence for each thing: what is checked, what is not, and \
      what is given up for which reason. No key is read.
      """
    ],
    positionals: [Positionals.policyAction, Positionals.policyFile],
    options: [Options.json],
    examples: [
      ("jwtcheck policy explain policy.json", "what the policy asks for")
    ])
}

/// What `jwtcheck policy` does with a policy file.
package enum PolicyAction: String, CaseIterable, Sendable {
  case explain
}

extension Positionals {
  package static let policyAction = Positional<PolicyAction>(
    "ACTION", .choice(), isRequired: true, help: "what to do with the policy")
  package static let policyFile = Positional(
    "POLICY.json|-", .file, isRequired: true, help: "the policy file")
}

extension Options {
  package static let policy = SingleOption(
    "policy", "FILE", .file, help: "a policy file that says what the other options would")

  /// What a policy file says itself.
  static let replacedByPolicy: [any OptionHandle] = [
    algorithms, issuer, audiences, subject, type, leeway, maxLifetime, maxAge, required,
    allowMissingExpiration,
  ]

  /// What a policy file says itself about comparing a token with its request.
  static let replacedByRequestProfile: [any OptionHandle] = [claimLocations, requireSignature]
}
