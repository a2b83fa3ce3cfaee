/// The table from which the parser, the help and the completions of every shell come.
///
/// A new command is one case of `CommandName`, one entry here and its options in `Options`.
package enum CommandTable {
  /// The commands in the order of the help.
  package static let commands = CommandName.allCases.map { specification(of: $0) }

  /// The options that every command has, and that may also stand before its name.
  package static var globalOptions: [OptionSpecification] {
    globalOptionHandles.map(\.specification)
  }

  private static let globalOptionHandles: [any OptionHandle] = [
    Options.color, Options.help, Options.version,
  ]

  /// The entry of a command.
  package static func specification(of name: CommandName) -> CommandSpecification {
    switch name {
    case .decode: decode
    case .verify: verify
    case .check: check
    case .policy: policy
    case .request: RequestSpecification.value
    case .inspect: InspectSpecification.value
    case .diagnose: diagnose
    case .lint: lint
    case .audit: audit
    case .diff: diff
    case .sign: sign
    case .explain: explain
    case .help: help
    case .completions: completions
    case .man: man
    }
  }

  /// Every option that may be given to a command, or before any command for `nil`.
  package static func options(of name: CommandName?) -> [OptionSpecification] {
    optionHandles(of: name).map(\.specification)
  }

  /// Every option that may be given to a command, or before any command for `nil`.
  static func optionHandles(of name: CommandName?) -> [any OptionHandle] {
    (name.map { specification(of: $0).optionHandles } ?? []) + globalOptionHandles
  }

  private static let decode = CommandSpecification(
    .decode,
    summary: "show what a token says, without trusting it",
    discussion: [
      """
      Shows header and claims of anything that has the shape of a token, with times in UTC, and \
      every finding. No key is used and nothing is verified: the first line says so.
      """
    ],
    positionals: [Positionals.token.specification],
    options: [Options.json, Options.quiet, Options.claim, Options.trace, Options.at],
    examples: [
      ("jwtcheck decode @token.txt", "a token in a file"),
      ("jwtcheck decode --json < token.txt | jq .claims", "the claims for a script"),
      ("jwtcheck decode @token.txt --claim sub", "one claim"),
    ])

  private static let verify = CommandSpecification(
    .verify,
    summary: "verify the signature and check the claims",
    discussion: [
      """
      Accepts the token only when its signature fits one of the keys under one of the algorithms \
      named here, and when every claim keeps to the rules given. All failing claims are reported \
      together.
      """,
      """
      A token must expire unless --allow-missing-exp is given. Issuer, audience, subject and type \
      are checked when the option is given; the report says which were not.
      """,
      RemoteKeyArguments.discussion,
    ],
    positionals: [Positionals.token.specification],
    choice: [Options.keys, Options.jwksURL, Options.issuerDiscovery],
    required: [Options.algorithms],
    alternative: Options.policy,
    options: [
      Options.jwksHosts, Options.certificateFile, Options.allowPlainKeys, Options.timeout,
      Options.issuer, Options.audiences, Options.subject, Options.type, Options.leeway,
      Options.maxLifetime, Options.maxAge, Options.required, Options.allowMissingExpiration,
      Options.allowWeakHMACKey, Options.at, Options.json, Options.quiet, Options.claim,
      Options.trace,
    ],
    examples: [
      ("jwtcheck verify @token.txt --key public.pem --alg RS256", "against a public key"),
      (
        "jwtcheck verify --key env:JWT_SECRET --alg HS256 --aud api < token.txt",
        "against a secret that no other user can see"
      ),
      (
        "jwtcheck verify @token.txt --key jwks.json --alg ES256 --at 2026-01-02T03:04:05Z",
        "as it would have been judged at that time"
      ),
      ("jwtcheck verify @token.txt --policy policy.json", "by the rules of a file"),
      (
        "jwtcheck verify @token.txt --issuer-discovery https://id.example --alg RS256 --aud api",
        "with the keys that the issuer publishes"
      ),
    ])

  private static let check = CommandSpecification(
    .check,
    summary: "check that a token is what was requested",
    discussion: [
      """
      Compares the token that a token endpoint returned with the request that was sent for it: \
      user, organization, administrator, e-mail and the 48-hour window. The values come from \
      --request or from --user-id and the options that follow it.
      """,
      """
      Without a key the answer is at best "matches the request, signature not checked"; --key \
      needs --alg beside it.
      """,
      RemoteKeyArguments.discussion,
    ],
    positionals: [Positionals.response.specification],
    options: [
      Options.request, Options.identify, Options.userID, Options.organizationID, Options.admin,
      Options.noAdmin, Options.email, Options.policy, Options.keys, Options.jwksURL,
      Options.issuerDiscovery, Options.algorithms, Options.jwksHosts, Options.certificateFile,
      Options.allowPlainKeys, Options.timeout,
      Options.requireSignature,
      Options.allowWeakHMACKey, Options.claimLocations, Options.windowLeeway, Options.requestedAt,
      Options.at, Options.json, Options.quiet, Options.trace,
    ],
    examples: [
      ("jwtcheck check @response.json --request request.json", "a response and its request"),
      (
        "jwtcheck check @response.json --user-id u1 --organization-id o1 --no-admin",
        "with the values written out"
      ),
    ])

  private static let sign = CommandSpecification(
    .sign,
    summary: "make a token, for tests and local work",
    discussion: [
      "Signs the claims as they are and prints the token alone, so that it can be piped on."
    ],
    positionals: [Positionals.claims.specification],
    required: [Options.key, Options.algorithm],
    options: [
      Options.keyID, Options.type, Options.expiresIn, Options.issuedAt, Options.allowWeakHMACKey,
    ],
    examples: [
      (
        "jwtcheck sign claims.json --key private.pem --alg ES256 --kid k1 --expires-in 48h",
        "a token that lives for two days"
      )
    ])

  private static let explain = CommandSpecification(
    .explain,
    summary: "explain a code that a report shows",
    discussion: [
      """
      Says what the code means, why it matters, what triggers it and what to do, with the section \
      of the standard. Without a code, all codes are listed.
      """
    ],
    positionals: [Positionals.code.specification],
    options: [Options.json],
    examples: [("jwtcheck explain exp.passed", "one code at length")])

  private static let man = CommandSpecification(
    .man,
    summary: "print the manual page",
    discussion: [
      "Prints the page in the form of man(7). It is made from the same table as --help."
    ],
    examples: [
      ("jwtcheck man | man -l -", "read it"),
      ("jwtcheck man > /usr/local/share/man/man1/jwtcheck.1", "install it"),
    ])

  private static let help = CommandSpecification(
    .help,
    summary: "explain a command",
    discussion: ["Prints the same as COMMAND --help, or the list of commands."],
    positionals: [Positionals.command.specification],
    examples: [("jwtcheck help verify", "all options of verify")])

  private static let completions = CommandSpecification(
    .completions,
    summary: "print completions for bash, zsh or fish",
    discussion: ["Prints a script for the shell named. It knows every command and option."],
    positionals: [Positionals.shell.specification],
    examples: [
      ("source <(jwtcheck completions bash)", "bash, in ~/.bashrc"),
      ("jwtcheck completions zsh > ~/.zfunc/_jwtcheck", "zsh, with ~/.zfunc in fpath"),
      ("jwtcheck completions fish > ~/.config/fish/completions/jwtcheck.fish", "fish"),
    ])
}
