package import JOSE

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
    positionals: [Positionals.token],
    required: [Options.keys],
    options: [Options.acceptedAlgorithms, Options.budget, Options.json],
    examples: [
      ("jwtcheck diagnose @token.txt --key env:JWT_SECRET", "with the secret that does not fit"),
      ("jwtcheck diagnose @token.txt --key jwks.json --alg ES256", "with a set of public keys"),
    ])
}

extension Options {
  package static let acceptedAlgorithms = SingleOption(
    "alg", letter: "a", "ALG[,ALG...]", .algorithms,
    help: "the algorithms that the verifier accepts; any unless given")
  package static let budget = SingleOption(
    "budget", "N", .count, help: "check at most so many signatures; 200000 unless given")
}
