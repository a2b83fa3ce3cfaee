extension CodeCatalog {
  /// The codes about the token and identify().
  static let identify = CodeFamily(
    title: "the token and identify()",
    introduction: """
      What the front end hands to identify() must go with the token. The examples compare with a \
      call for user-1 in org-1 with the email user@example.com that also says isAdmin.
      """,
    codes: [
      CodeExplanation(
        code: "identify.user-id-mismatch",
        title: "identify() names another user",
        meaning: "The userId given to identify() is not the token's.",
        reason: "The service refuses the call, or the page shows another user.",
        example: .claims("{\"userId\": \"user-2\"}"),
        remedy: "Call identify() with what the token was requested with.",
        basis: .ownRule("a rule of the Velt service, not of a standard")),
      CodeExplanation(
        code: "identify.organization-mismatch",
        title: "identify() names another organization",
        meaning: """
          The organizationId given to identify() is not the token's, or one of the two has none.
          """,
        reason: "The service compares them and refuses the call.",
        example: .claims("{\"organizationId\": \"org-2\"}"),
        remedy: "Call identify() with what the token was requested with.",
        basis: .ownRule("a rule of the Velt service, not of a standard")),
      CodeExplanation(
        code: "identify.email-mismatch",
        title: "identify() gives another email",
        meaning: "The token has an email, and identify() gives another one or none.",
        reason: "The service compares them byte for byte and refuses the call.",
        example: .claims("{\"email\": \"User@example.com\"}"),
        remedy: "Call identify() with what the token was requested with.",
        basis: .ownRule("a rule of the Velt service, not of a standard")),
      CodeExplanation(
        code: "identify.admin-set",
        title: "isAdmin in identify()",
        meaning: "isAdmin is given to identify(). Only the token may say it.",
        reason: "What the front end says can be changed by whoever uses the browser.",
        example: .claims("{}"),
        remedy: "Take isAdmin out of identify() and request the token with it.",
        basis: .ownRule("a rule of the Velt service, not of a standard")),
    ])
}
