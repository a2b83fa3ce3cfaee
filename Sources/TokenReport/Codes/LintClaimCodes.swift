extension CodeCatalog {
  /// The codes of lint about what claims there are.
  static let lintOfClaims = CodeFamily(
    title: "lint: times and names",
    introduction: """
      What a careful issuer sets, and how.
      """,
    codes: [
      CodeExplanation(
        code: "lint.exp-missing",
        title: "never expires",
        meaning: "The token has no exp.",
        reason: "Once it is stolen it is good for ever.",
        example: .claims("{}"),
        remedy: "Set exp.",
        basis: .standards(["RFC 7519 §4.1.4"])),
      CodeExplanation(
        code: "lint.aud-missing",
        title: "for nobody in particular",
        meaning: "The token has no aud.",
        reason: "Every service that trusts the issuer can be made to take it.",
        example: .claims("{}"),
        remedy: "Name the services that it is for.",
        basis: .standards(["RFC 8725 §3.9", "RFC 7519 §4.1.3"])),
      CodeExplanation(
        code: "lint.aud-wildcard",
        title: "for everybody",
        meaning: "The aud is a star or a word for everybody.",
        reason: "It is compared as text, or taken for everybody: neither is what aud is for.",
        example: .claims("{\"aud\": \"*\"}"),
        remedy: "Name the services that it is for.",
        basis: .standards(["RFC 8725 §3.9"])),
      CodeExplanation(
        code: "lint.iss-missing",
        title: "no issuer",
        meaning: "The token has no iss.",
        reason: "A key may be shared by several issuers, and keys are looked up by issuer.",
        example: .claims("{}"),
        remedy: "Name the issuer.",
        basis: .standards(["RFC 8725 §3.8", "RFC 7519 §4.1.1"])),
      CodeExplanation(
        code: "lint.iss-without-tls",
        title: "issuer without TLS",
        meaning: "The iss is an http URL of another machine.",
        reason: "Keys are fetched from there, and somebody on the way can exchange them.",
        example: .claims("{\"iss\": \"http://id.example\"}"),
        remedy: "Use https.",
        basis: .standards(["RFC 8725 §3.8"])),
      CodeExplanation(
        code: "lint.iat-missing",
        title: "no time of issue",
        meaning: "The token has no iat.",
        reason: "Readers cannot tell its age, nor a life that is too long.",
        example: .claims("{}"),
        remedy: "Set iat.",
        basis: .standards(["RFC 7519 §4.1.6"])),
      CodeExplanation(
        code: "lint.lifetime-long",
        title: "long life",
        meaning: "From iat, or nbf, to exp it is more than 30 days; beyond a year it is an error.",
        reason: """
          A stolen token stays good for as long. Tokens that live for years are passwords that \
          nobody can change.
          """,
        example: .claims("{\"iat\": 1767222000, \"exp\": 2082582000}"),
        remedy: "Let tokens live for hours and renew them.",
        basis: .ownRule("a rule of this project's lint; no standard speaks of it")),
      CodeExplanation(
        code: "lint.time-milliseconds",
        title: "time in milliseconds",
        meaning: "A time has 13 or 14 digits: milliseconds where seconds are meant.",
        reason: """
          Read as seconds it is tens of thousands of years ahead, so the token never expires.
          """,
        example: .claims("{\"exp\": 1767398400000}"),
        remedy: "Divide by 1000 where the token is made.",
        basis: .standards(["RFC 7519 §2"])),
      CodeExplanation(
        code: "lint.time-text",
        title: "time as a string",
        meaning: "A time is a string.",
        reason: "Readers differ: some refuse, some pass it over and never expire.",
        example: .claims("{\"exp\": \"1767398400\"}"),
        remedy: "Write a number.",
        basis: .standards(["RFC 7519 §2"])),
      CodeExplanation(
        code: "lint.times-contradict",
        title: "times in the wrong order",
        meaning: "The end (exp) is not later than the start (iat or nbf).",
        reason: "There is no moment at which the token is good.",
        example: .claims("{\"iat\": 1767398400, \"exp\": 1767394800}"),
        remedy: "Look at how the issuer sets them.",
        basis: .standards(["RFC 7519 §4.1.4"])),
      CodeExplanation(
        code: "lint.duplicate-meaning",
        title: "two names for one thing",
        meaning: "Several claims seem to mean the same, such as sub and userId.",
        reason: "One reader takes the first and another the second, and somebody sets them apart.",
        example: .claims("{\"sub\": \"user-1\", \"userId\": \"user-1\"}"),
        remedy: "Keep one.",
        basis: .ownRule("a rule of this project's lint; no standard speaks of it")),
      CodeExplanation(
        code: "lint.flags-contradict",
        title: "flags that contradict",
        meaning: "The same flag has different values in different places.",
        reason: "Who is an administrator must not depend on which place a reader looks at.",
        example: .claims("{\"isAdmin\": false, \"user\": {\"isAdmin\": true}}"),
        remedy: "Keep one place.",
        basis: .ownRule("a rule of this project's lint; no standard speaks of it")),
      CodeExplanation(
        code: "lint.flag-text",
        title: "flag that is no truth value",
        meaning: "A flag that decides about rights is a string or a number.",
        reason: "Programs differ in what they take for true: the string false is true in many.",
        example: .claims("{\"isAdmin\": \"false\"}"),
        remedy: "Write true or false.",
        basis: .ownRule("a rule of this project's lint; no standard speaks of it")),
      CodeExplanation(
        code: "lint.placeholder",
        title: "missing value as text",
        meaning: "A value is undefined, null, [object Object] or the like, as a string.",
        reason: """
          A value was missing where the token was made, and every such token is for the same \
          nobody.
          """,
        example: .claims("{\"sub\": \"undefined\"}"),
        remedy: "Look at where the value comes from.",
        basis: .ownRule("a rule of this project's lint; no standard speaks of it")),
    ])
}
