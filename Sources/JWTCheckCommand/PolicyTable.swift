extension CommandTable {
  static let policy = CommandSpecification(
    .policy,
    summary: "explain a policy file, or try to break it",
    discussion: [
      """
      explain reads the policy back, one sentence for each thing: what is checked, what is not, and \
      what is given up for which reason. No key is read.
      """,
      """
      test throws the known mistakes and forgeries at the policy, with keys made for the test in \
      the place of the real ones, and says of each how it is refused. What the policy accepts is a \
      hole, and the exit code is 1; what it waives for a reason is not.
      """,
    ],
    positionals: [Positionals.policyAction.specification, Positionals.policyFile.specification],
    options: [Options.at, Options.json, Options.quiet, Options.trace],
    examples: [
      ("jwtcheck policy explain policy.json", "what the policy asks for"),
      ("jwtcheck policy test policy.json", "whether it holds"),
    ])
}

/// What `jwtcheck policy` does with a policy file.
package enum PolicyAction: String, CaseIterable, Sendable {
  case explain, test
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
  static let replacedByPolicy: [any OptionHandle] =
    [
      jwksURL, issuerDiscovery, jwksHosts, allowPlainKeys, algorithms, leeway,
    ] + claimPolicy

  /// What a token must say.
  static let claimPolicy: [any OptionHandle] = [
    issuer, audiences, subject, type, maxLifetime, maxAge, required, allowMissingExpiration,
  ]

  /// What a policy file says itself about comparing a token with its request.
  static let replacedByRequestProfile: [any OptionHandle] = [claimLocations, requireSignature]
}
