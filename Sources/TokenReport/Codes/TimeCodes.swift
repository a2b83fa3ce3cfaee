extension CodeCatalog {
  /// The codes about times.
  static let times = CodeFamily(
    title: "times",
    introduction: """
      Times are numbers of seconds since 1970, compared with a clock that the caller passes in, \
      within one leeway.
      """,
    codes: [
      CodeExplanation(
        code: "exp.passed",
        title: "expired",
        meaning: "The time in exp has come. From that second on the token must not be accepted.",
        reason: "A token that was stolen once would be good for ever if its end did not count.",
        example: .claims("{\"exp\": 1767398215}"),
        remedy: "Get a new token. If it should still live, compare the clocks of both machines.",
        basis: .standards(["RFC 7519 §4.1.4"])),
      CodeExplanation(
        code: "nbf.in-future",
        title: "not valid yet",
        meaning: "The time in nbf has not come: the token is not good before it.",
        reason: "Either it was made for later, or one of the clocks is wrong.",
        example: .claims("{\"nbf\": 1767402000}"),
        remedy: "Wait, or compare the clocks.",
        basis: .standards(["RFC 7519 §4.1.5"])),
      CodeExplanation(
        code: "iat.in-future",
        title: "issued in the future",
        meaning: "The token says that it will be made later than now.",
        reason: """
          A wrong clock and a forgery look alike here, and either makes all times in the token \
          worthless.
          """,
        example: .claims("{\"iat\": 1767402000}"),
        remedy: "Compare the clocks of issuer and verifier; if they agree, refuse the token.",
        basis: .standards(["RFC 7519 §4.1.6"])),
      CodeExplanation(
        code: "age.exceeded",
        title: "too old",
        meaning: "More time has passed since iat than the policy allows, whatever exp says.",
        reason: """
          A long life is convenient for thieves too; some uses ask for a token that was just made.
          """,
        example: .claims("{\"iat\": 1767225600}"),
        remedy: "Get a new token.",
        basis: .standards(["RFC 7519 §4.1.6", "OpenID Connect Core §3.1.3.7"])),
      CodeExplanation(
        code: "lifetime.too-long",
        title: "lives too long",
        meaning: """
          From iat to exp is longer than the policy allows. For tokens of the Velt service that is \
          48 hours.
          """,
        reason: """
          The issuer promised shorter lives; a longer one is a mistake in its settings, or forged.
          """,
        example: .claims("{\"iat\": 1767398000, \"exp\": 1768398000}"),
        remedy: "Have the issuer set an earlier exp.",
        basis: .standards(["RFC 7519 §4.1.4", "RFC 7519 §4.1.6"])),
      CodeExplanation(
        code: "lifetime.negative",
        title: "ends before it begins",
        meaning: "The token's exp is not later than its iat: it was never valid.",
        reason: "Seconds and milliseconds were mixed, or the two claims were swapped.",
        example: .claims("{\"iat\": 1767398000, \"exp\": 1767398000}"),
        remedy: "Correct the place where the claims are made.",
        basis: .standards(["RFC 7519 §4.1.4", "RFC 7519 §4.1.6"])),
      CodeExplanation(
        code: "exp.missing",
        title: "no exp",
        meaning: "The token has no exp, and the policy does not waive it.",
        reason: "Without exp a stolen token is good for ever.",
        example: .claims("{}"),
        remedy: """
          Have the issuer set it. If the token is to live for ever, waive exp by name and say why.
          """,
        basis: .standards(["RFC 7519 §4.1.4"])),
      CodeExplanation(
        code: "nbf.missing",
        title: "no nbf",
        meaning: "The policy requires nbf, and the token does not have it.",
        reason: "Nobody can tell from when the token is good.",
        example: .claims("{}"),
        remedy: "Have the issuer set it, or do not require it.",
        basis: .standards(["RFC 7519 §4.1.5"])),
      CodeExplanation(
        code: "iat.missing",
        title: "no iat",
        meaning: """
          A rule needs iat, and the token does not have it: an age, a lifetime or freshness is to \
          be checked.
          """,
        reason: "Nobody can tell how old the token is.",
        example: .claims("{}"),
        remedy: "Have the issuer set it, or do not ask for that rule.",
        basis: .standards(["RFC 7519 §4.1.6"])),
      CodeExplanation(
        code: "exp.wrong-type",
        title: "exp that is no number",
        meaning: """
          The claim exp says when the token ends as a number of seconds. Here it has another JSON \
          type, often a string.
          """,
        reason: """
          Programs that convert strings accept forms that others refuse, down to dates in words.
          """,
        example: .claims("{\"exp\": \"1767398400\"}"),
        remedy: "Write the seconds since 1970 as a number, without quotes.",
        basis: .standards(["RFC 7519 §2", "RFC 7519 §4.1.4"])),
      CodeExplanation(
        code: "nbf.wrong-type",
        title: "nbf that is no number",
        meaning: """
          The claim nbf says from when the token is good as a number of seconds. Here it has \
          another JSON type, often a string.
          """,
        reason: """
          Programs that convert strings accept forms that others refuse, down to dates in words.
          """,
        example: .claims("{\"nbf\": \"1767398400\"}"),
        remedy: "Write the seconds since 1970 as a number, without quotes.",
        basis: .standards(["RFC 7519 §2", "RFC 7519 §4.1.5"])),
      CodeExplanation(
        code: "iat.wrong-type",
        title: "iat that is no number",
        meaning: """
          The claim iat says when the token was made as a number of seconds. Here it has another \
          JSON type, often a string.
          """,
        reason: """
          Programs that convert strings accept forms that others refuse, down to dates in words.
          """,
        example: .claims("{\"iat\": \"1767398400\"}"),
        remedy: "Write the seconds since 1970 as a number, without quotes.",
        basis: .standards(["RFC 7519 §2", "RFC 7519 §4.1.6"])),
      CodeExplanation(
        code: "exp.out-of-range",
        title: "exp beyond any date",
        meaning: """
          The claim exp is a number so large, or so far below zero, that no date can be meant.
          """,
        reason: """
          Such numbers make arithmetic overflow in careless programs, which then take the token \
          for good.
          """,
        example: .claims("{\"exp\": 1e300}"),
        remedy: "Write the seconds since 1970.",
        basis: .standards(["RFC 7519 §2", "RFC 7519 §4.1.4"])),
      CodeExplanation(
        code: "nbf.out-of-range",
        title: "nbf beyond any date",
        meaning: """
          The claim nbf is a number so large, or so far below zero, that no date can be meant.
          """,
        reason: """
          Such numbers make arithmetic overflow in careless programs, which then take the token \
          for good.
          """,
        example: .claims("{\"nbf\": 1e300}"),
        remedy: "Write the seconds since 1970.",
        basis: .standards(["RFC 7519 §2", "RFC 7519 §4.1.5"])),
      CodeExplanation(
        code: "iat.out-of-range",
        title: "iat beyond any date",
        meaning: """
          The claim iat is a number so large, or so far below zero, that no date can be meant.
          """,
        reason: """
          Such numbers make arithmetic overflow in careless programs, which then take the token \
          for good.
          """,
        example: .claims("{\"iat\": 1e300}"),
        remedy: "Write the seconds since 1970.",
        basis: .standards(["RFC 7519 §2", "RFC 7519 §4.1.6"])),
      CodeExplanation(
        code: "exp.milliseconds",
        title: "exp in milliseconds",
        meaning: """
          The claim exp has 13 or 14 digits. As seconds that is a date tens of thousands of years ahead; \
          as milliseconds it is one of our days.
          """,
        reason: "A verifier that does not notice accepts the token for ever.",
        example: .claims("{\"exp\": 1767398400000}"),
        remedy: """
          Divide by 1000 where the token is made: Date.now() in JavaScript counts milliseconds.
          """,
        basis: .standards(["RFC 7519 §2", "RFC 7519 §4.1.4"])),
      CodeExplanation(
        code: "nbf.milliseconds",
        title: "nbf in milliseconds",
        meaning: """
          The claim nbf has 13 or 14 digits. As seconds that is a date tens of thousands of years ahead; \
          as milliseconds it is one of our days.
          """,
        reason: "A verifier that does not notice refuses the token for ever.",
        example: .claims("{\"nbf\": 1767398400000}"),
        remedy: """
          Divide by 1000 where the token is made: Date.now() in JavaScript counts milliseconds.
          """,
        basis: .standards(["RFC 7519 §2", "RFC 7519 §4.1.5"])),
      CodeExplanation(
        code: "iat.milliseconds",
        title: "iat in milliseconds",
        meaning: """
          The claim iat has 13 or 14 digits. As seconds that is a date tens of thousands of years ahead; \
          as milliseconds it is one of our days.
          """,
        reason: "Ages and lifetimes computed from it are nonsense.",
        example: .claims("{\"iat\": 1767398400000}"),
        remedy: """
          Divide by 1000 where the token is made: Date.now() in JavaScript counts milliseconds.
          """,
        basis: .standards(["RFC 7519 §2", "RFC 7519 §4.1.6"])),
    ])
}
