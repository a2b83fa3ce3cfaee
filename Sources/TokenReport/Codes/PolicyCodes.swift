extension CodeCatalog {
  /// The codes about the policy.
  static let policy = CodeFamily(
    title: "the policy",
    introduction: """
      These are mistakes of whoever sets up a verifier. They are found before any token is seen.
      """,
    codes: [
      CodeExplanation(
        code: "policy.no-algorithms",
        title: "no algorithm allowed",
        meaning: "The list of allowed algorithms is empty.",
        reason: "Nothing could be accepted, and a default would be a guess about the issuer.",
        example: .words("an empty list of algorithms"),
        remedy: "Name the algorithms that the issuer uses.",
        basis: .standards(["RFC 8725 §3.1"])),
      CodeExplanation(
        code: "policy.mixed-algorithms",
        title: "HMAC beside public keys",
        meaning: "The list of allowed algorithms has HMAC algorithms beside public-key algorithms.",
        reason: "A public key could then be taken for a secret, and everybody knows it.",
        example: .words("HS256 and RS256 in one list"),
        remedy: "Make one verifier for each kind.",
        basis: .standards(["RFC 8725 §2.1", "RFC 8725 §3.1"])),
      CodeExplanation(
        code: "policy.no-usable-key",
        title: "no usable key",
        meaning: "There is no key, or none that an allowed algorithm can use.",
        reason: "Every token would be refused, and the reason would look like the token's fault.",
        example: .words("RSA keys only, where ES256 is allowed"),
        remedy: "Give a key of the type that the algorithm needs.",
        basis: .standards(["RFC 8725 §3.1", "RFC 7515 §6"])),
      CodeExplanation(
        code: "policy.negative-duration",
        title: "negative time",
        meaning: "A leeway, a lifetime or an age is negative.",
        reason: "It would turn a rule into its opposite.",
        example: .words("a leeway of -30 seconds"),
        remedy: "Give 0 or more.",
        basis: .standards(["RFC 7519 §4.1.4"])),
      CodeExplanation(
        code: "policy.empty-name",
        title: "empty name",
        meaning: """
          The policy names no issuer, audience, subject, type or claim where it should, or the \
          empty text.
          """,
        reason: """
          An empty list would refuse every token, and an empty name would accept one that says \
          nothing.
          """,
        example: .words("an audience that is the empty text, as an unset variable gives it"),
        remedy: "Write the name, or say that it is ignored and why.",
        basis: .standards(["RFC 8725 §3.8", "RFC 8725 §3.9"])),
      CodeExplanation(
        code: "policy.issuer-not-named",
        title: "issuer not named",
        meaning: "Where several issuers are accepted, a policy does not say which one it is for.",
        reason: """
          The issuer decides which keys a token is verified with; a policy for any issuer would be \
          a way around all others.
          """,
        example: .words("two policies, one of which ignores iss"),
        remedy: "Name the issuer in each policy.",
        basis: .standards(["RFC 8725 §3.8"])),
      CodeExplanation(
        code: "policy.duplicate-issuer",
        title: "two policies for one issuer",
        meaning: "Two policies accept the same issuer.",
        reason: "The weaker one of the two would decide, or chance.",
        example: .words("two policies that both name https://id.example"),
        remedy: "Make one policy of both.",
        basis: .standards(["RFC 8725 §3.8"])),
    ])
}
