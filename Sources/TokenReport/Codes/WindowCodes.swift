extension CodeCatalog {
  /// The codes about the 48 hours.
  static let window = CodeFamily(
    title: "the 48 hours",
    introduction: """
      Tokens of the Velt service live 48 hours from iat, or until exp if that comes first.
      """,
    codes: [
      CodeExplanation(
        code: "window.passed",
        title: "48 hours over",
        meaning: "Since iat 48 hours have passed, although exp lies later or is not there.",
        reason: "The service does not accept the token any more, whatever exp says.",
        example: .claims("{\"iat\": 1767222000}"),
        remedy: "Get a new token.",
        basis: .ownRule("a rule of the Velt service, not of a standard")),
      CodeExplanation(
        code: "window.unknown",
        title: "end not known",
        meaning: """
          The token has neither exp nor iat, so nobody can say whether it still lives. That is a \
          failure, not a pass.
          """,
        reason: "A token without times would be good for ever.",
        example: .claims("{\"userId\": \"user-1\"}"),
        remedy: "Get a new token for each session, and have the issuer set exp.",
        basis: .standards(["RFC 7519 §4.1.4", "RFC 7519 §4.1.6"])),
      CodeExplanation(
        code: "iat.not-fresh",
        title: "not made for this request",
        meaning: """
          The token is said to have just been requested, but its iat is more than five minutes \
          away from the request.
          """,
        reason: "Somebody kept the token of another request and hands it out again.",
        example: .claims("{\"iat\": 1767380000}"),
        remedy: "Do not keep tokens; request one for each session.",
        basis: .ownRule("a rule of the Velt service, not of a standard")),
    ])
}
