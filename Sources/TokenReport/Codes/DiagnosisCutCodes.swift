extension CodeCatalog {
  /// Where a token ends too early or too late.
  static let diagnosisOfCuts = CodeFamily(
    title: "why a signature does not fit: where the token was cut",
    introduction: """
      Each is found by checking a signature, or by making the one that should be there.
      """,
    codes: [
      CodeExplanation(
        code: "diagnosis.dot-missing",
        title: "dot missing",
        meaning: "The signature fits if a dot is put between two of the parts.",
        reason: "It was lost in copying.",
        example: .words("a token that was copied as two words, one behind the other"),
        remedy: "Copy the token again from its source.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.start-missing",
        title: "start of the token missing",
        meaning: "The signature fits if the usual start of a header is put before the text.",
        reason: "The marking began too late when the token was copied.",
        example: .words("hbGciOi... where eyJhbGciOi... was"),
        remedy: "Copy the token again from its first character.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.end-missing",
        title: "end of the token missing",
        meaning: "What is there of the signature is the start of the right one.",
        reason: """
          The end was not copied, or a column or field was too short for it. An HMAC is known again \
          by its first eight characters; a signature of a public key only if two or three are missing.
          """,
        example: .words("a token of 260 characters in a column of 255"),
        remedy: "Copy the whole token; look for a column or field that cuts it.",
        basis: .standards(["RFC 7515 §5.2"])),
      CodeExplanation(
        code: "diagnosis.end-extra",
        title: "text behind the token",
        meaning: "The signature fits without the last characters.",
        reason: "Something was added right behind the token.",
        example: .words("a token and the first part of another"),
        remedy: "Copy the token alone.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
    ])
}
