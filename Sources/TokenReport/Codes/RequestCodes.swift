extension CodeCatalog {
  /// The codes about the token and its request.
  static let request = CodeFamily(
    title: "the token and its request",
    introduction: """
      What a token of the Velt service says is compared with what was requested. The examples \
      compare with a request for user-1 in org-1, without isAdmin and with the email \
      user@example.com.
      """,
    codes: [
      CodeExplanation(
        code: "request.user-id-mismatch",
        title: "another user",
        meaning: "The token's userId is not the requested one, byte for byte, or is missing.",
        reason: "Whoever gets the token acts as another user.",
        example: .claims("{\"userId\": \"user-2\"}"),
        remedy: "Do not use the token. If the token keeps the value in another place, say where.",
        basis: .ownRule("a rule of the Velt service, not of a standard")),
      CodeExplanation(
        code: "request.organization-mismatch",
        title: "another organization",
        meaning: """
          The token's organizationId is not the requested one, byte for byte, or is missing.
          """,
        reason: "The token opens the documents of another organization.",
        example: .claims("{\"organizationId\": \"org-2\"}"),
        remedy: "Do not use the token. If the token keeps the value in another place, say where.",
        basis: .ownRule("a rule of the Velt service, not of a standard")),
      CodeExplanation(
        code: "request.admin-missing",
        title: "administrator missing",
        meaning: """
          An administrator was requested, and the token does not say isAdmin, or says false.
          """,
        reason: "The user will lack rights; often the request had \"true\" in quotes.",
        example: .words("{\"userId\": \"user-1\"} where isAdmin true was requested"),
        remedy: "Send userProperties.isAdmin as true and get a new token.",
        basis: .ownRule("a rule of the Velt service, not of a standard")),
      CodeExplanation(
        code: "request.admin-not-requested",
        title: "administrator who was not requested",
        meaning: """
          The token says isAdmin true, and the request did not ask for it. Nothing weighs more.
          """,
        reason: """
          Somebody gets all rights who should not. A request built from what the caller sent is \
          the usual cause.
          """,
        example: .claims("{\"isAdmin\": true}"),
        remedy: "Do not use the token, and find out how isAdmin got into the request.",
        basis: .ownRule("a rule of the Velt service, not of a standard")),
      CodeExplanation(
        code: "request.email-mismatch",
        title: "another email",
        meaning: "The token's email is not the requested one, byte for byte, or is missing.",
        reason: """
          identify() compares the email too and will fail, or the token belongs to somebody else.
          """,
        example: .claims("{\"email\": \"User@example.com\"}"),
        remedy: "Write the email the same way everywhere; values are compared byte for byte.",
        basis: .ownRule("a rule of the Velt service, not of a standard")),
      CodeExplanation(
        code: "request.email-not-requested",
        title: "email that was not requested",
        meaning: """
          The token has an email that nobody asked for. This is a note: the token is not refused \
          for it.
          """,
        reason: "identify() must then be called with the same email.",
        example: .words("{\"email\": \"user@example.com\"} where no email was requested"),
        remedy: "Request the token with the email, or expect it in identify().",
        basis: .ownRule("a rule of the Velt service, not of a standard")),
    ])
}
