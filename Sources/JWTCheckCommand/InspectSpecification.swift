/// The entry of `inspect` in the table of commands.
enum InspectSpecification {
  static let value = CommandSpecification(
    .inspect,
    summary: "write a report on a token as an HTML page, for a ticket or a review",
    discussion: [
      """
      Prints one self-contained page: it loads nothing, sends nothing and works without a network. \
      It shows what decode shows, and nothing is verified, unless there is more to go by: with the \
      request it shows what check says, and with a key or a policy alone what verify says.
      """,
      """
      The page holds the token, so whoever gets the page has it; --redact leaves it out, with every \
      value of header, claims and request but times and algorithm names.
      """,
      RemoteKeyArguments.discussion,
    ],
    positionals: [Positionals.response.specification],
    options: [
      Options.redact, Options.at, Options.keys, Options.jwksURL, Options.issuerDiscovery,
      Options.algorithms, Options.jwksHosts, Options.certificateFile, Options.allowPlainKeys,
      Options.timeout, Options.policy, Options.allowWeakHMACKey, leeway,
    ] + ruling + comparing,
    examples: [
      ("jwtcheck inspect @token.txt --redact > report.html", "a page that can be passed on"),
      (
        "jwtcheck inspect @token.txt --request request.json --key jwks.json --alg ES256 > r.html",
        "with the comparison and the verification"
      ),
    ])

  /// The options that ask for a comparison with a request.
  static let comparing: [any OptionHandle] = [
    Options.request, Options.identify, Options.userID, Options.organizationID, Options.admin,
    Options.noAdmin, Options.email, Options.requireSignature, Options.claimLocations,
    Options.requestedAt,
  ]

  /// The rules that go with a key alone: whoever compares with a request says them in a policy file.
  static let ruling: [any OptionHandle] = [
    Options.issuer, Options.audiences, Options.subject, Options.type, Options.maxLifetime,
    Options.maxAge, Options.required, Options.allowMissingExpiration,
  ]

  private static let leeway = SingleOption(
    "leeway", "SECONDS", .duration,
    help: "how far clocks may differ; 30 with a request and 0 without one unless given")
}
