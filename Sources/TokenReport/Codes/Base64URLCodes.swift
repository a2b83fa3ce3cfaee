extension CodeCatalog {
  /// The codes about base64url.
  static let base64URL = CodeFamily(
    title: "base64url",
    introduction: """
      The three parts of a token and the numbers of a JWK are written in base64url. Each sequence \
      of bytes has exactly one spelling, and every other one is refused.
      """,
    codes: [
      CodeExplanation(
        code: "base64url.invalid-character",
        title: "character outside the alphabet",
        meaning: "A text holds a character that is none of A-Z, a-z, 0-9, - and _.",
        reason: """
          A lenient decoder skips it, so that many texts decode alike; whoever compares or caches \
          tokens as text is then fooled.
          """,
        example: .base64url("Zm9v!"),
        remedy: """
          Take the text from its source again and look for what was added on the way, such as \
          quotes or an ellipsis.
          """,
        basis: .standards(["RFC 7515 §2", "RFC 4648 §3.3"])),
      CodeExplanation(
        code: "base64url.standard-alphabet",
        title: "base64 instead of base64url",
        meaning: """
          A text holds + or /, which belong to the standard alphabet of base64. In base64url - and \
          _ stand for them.
          """,
        reason: """
          A + in a URL turns into a blank and a / ends a path segment: the token would not survive \
          its way.
          """,
        example: .base64url("+/8"),
        remedy: "Encode with the URL-safe alphabet and without padding.",
        basis: .standards(["RFC 4648 §5", "RFC 7515 §2"])),
      CodeExplanation(
        code: "base64url.padding",
        title: "padding",
        meaning: "A text ends in =, the padding of base64. JOSE leaves all padding out.",
        reason: """
          A padded text is a second spelling of the same bytes. Verifiers that strip it accept a \
          token that differs from the one that was issued.
          """,
        example: .base64url("Zg=="),
        remedy: "Leave out every = when encoding.",
        basis: .standards(["RFC 7515 §2", "RFC 4648 §3.2"])),
      CodeExplanation(
        code: "base64url.white-space",
        title: "white space",
        meaning: "A blank, a tab or a line end stands inside a text.",
        reason: """
          It comes from line wrapping in mails and terminals. Skipping it would allow any number \
          of spellings of one token.
          """,
        example: .base64url("Zm9v YmFy"),
        remedy: "Remove the white space, or copy the token again as one line.",
        basis: .standards(["RFC 7515 §2", "RFC 4648 §3.3"])),
      CodeExplanation(
        code: "base64url.impossible-length",
        title: "length that cannot be",
        meaning: """
          Four characters stand for three bytes, so a text can have any length but 4n + 1. This \
          one has such a length.
          """,
        reason: "A character was lost or added. Guessing which one would change what was signed.",
        example: .base64url("Zm9vY"),
        remedy: "Copy the whole text again.",
        basis: .standards(["RFC 4648 §4", "RFC 7515 §2"])),
      CodeExplanation(
        code: "base64url.trailing-bits",
        title: "unused bits that are set",
        meaning: """
          The last character of a text carries two or four bits that belong to no byte. They must \
          be zero, and here they are not.
          """,
        reason: """
          The text decodes to the same bytes as another one: the last character of a signature \
          could be changed and the signature would still be good.
          """,
        example: .base64url("Zh"),
        remedy: """
          Use an encoder that follows the standard; a changed last character also comes from \
          copying by hand.
          """,
        basis: .standards(["RFC 4648 §3.5"])),
    ])
}
