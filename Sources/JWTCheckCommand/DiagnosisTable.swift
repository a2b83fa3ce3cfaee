package import JOSE
import TokenReport

extension CommandTable {
  static let diagnose = CommandSpecification(
    .diagnose,
    summary: "say why a signature does not fit",
    discussion: [
      """
      Tries what may have gone wrong and names what makes the signature fit: the secret in another \
      coding, with a line end or in quotation marks; another algorithm or another key of the set; an \
      ECDSA signature in DER; a token that was encoded anew, edited, cut, doubled, or has one wrong \
      character; the public key used as a secret.
      """,
      """
      A diagnosis explains a refusal and never lifts it: the exit code is 4 also when the reason is \
      found. It is 0 only if there is nothing to explain because the signature fits as given; no \
      claim is looked at even then. Ctrl-C ends the search and shows what is known.
      """,
    ],
    positionals: [Positionals.token.specification],
    choice: [Options.keys, Options.jwksURL, Options.issuerDiscovery],
    options: [
      Options.acceptedAlgorithms, Options.jwksHosts, Options.certificateFile,
      Options.allowPlainKeys, Options.timeout, Options.budget, Options.json, Options.quiet,
      Options.trace,
    ],
    examples: [
      ("jwtcheck diagnose @token.txt --key env:JWT_SECRET", "with the secret that does not fit"),
      ("jwtcheck diagnose @token.txt --key jwks.json --alg ES256", "with a set of public keys"),
    ])

  static let lint = CommandSpecification(
    .lint,
    summary: "find what is unwise in a token",
    discussion: [
      """
      Looks at header and claims without any key: algorithms that protect nothing, claims that are \
      missing or wrong, personal data and secrets in clear, names that readers will confuse, and the \
      mistakes that users of hosted services make. Nothing is verified.
      """,
      """
      The exit code is 1 if a finding weighs as much as --deny says, 0 otherwise. jwtcheck explain \
      CODE says more about each.
      """,
    ],
    positionals: [Positionals.token.specification],
    options: [
      Options.denied, Options.allowed, Options.tryCommonSecrets, Options.json, Options.sarif,
      Options.quiet, Options.trace,
    ],
    examples: [
      ("jwtcheck lint @token.txt", "all findings"),
      (
        "jwtcheck lint @token.txt --deny warning --allow lint.email",
        "fail on warnings, but not on this one"
      ),
      ("jwtcheck lint @token.txt --sarif > lint.sarif", "for a code host or an editor"),
    ])

  static let diff = CommandSpecification(
    .diff,
    summary: "show two tokens side by side, by what they mean",
    discussion: [
      """
      Compares header and claims: numbers by value, times as times, audiences, scopes and roles as \
      sets, and members in any order. Signatures are not compared, and nothing is verified.
      """,
      "The exit code is 0 if both say the same, also if they write it otherwise, and 1 if not.",
    ],
    positionals: [Positionals.firstToken.specification, Positionals.secondToken.specification],
    options: [Options.json, Options.quiet],
    examples: [
      ("jwtcheck diff @old.txt @new.txt", "what has changed"),
      ("jwtcheck diff @old.txt - < new.txt --json", "for a program, one of them from a pipe"),
    ])
}

extension Options {
  package static let acceptedAlgorithms = SingleOption(
    "alg", letter: "a", "ALG[,ALG...]", .algorithms,
    help: "the algorithms that the verifier accepts; any unless given")
  package static let budget = SingleOption(
    "budget", "N", .count, help: "check at most so many signatures; 200000 unless given")
  package static let denied = SingleOption<DeniedSeverity>(
    "deny", "SEVERITY", .choice(),
    help: "fail on findings of this weight or more; error unless given")
  package static let allowed = RepeatedOption(
    "allow", "CODE", .code(among: CodeCatalog.all.filter { $0.code.hasPrefix("lint.") }),
    help: "let a finding through by its code")
  package static let tryCommonSecrets = Flag(
    "try-common-secrets", help: "check an HMAC signature against secrets that everybody tries")
  package static let sarif = Flag(
    "sarif", help: "print a SARIF 2.1.0 log instead of text")
}

extension Positionals {
  package static let firstToken = Positional(
    "A|@FILE|-", .token, isRequired: true, help: "the first token")
  package static let secondToken = Positional(
    "B|@FILE|-", .token, isRequired: true, help: "the second token")
}
