extension CodeCatalog {
  /// The codes about PEM.
  static let pem = CodeFamily(
    title: "PEM",
    introduction: """
      PEM is a key in base64 between a line with BEGIN and a line with END. Line ends written out \
      as \\n, as environment variables have them, are understood.
      """,
    codes: [
      CodeExplanation(
        code: "pem.no-block",
        title: "no block",
        meaning: "The text has no line that begins a PEM block.",
        reason: "It is some other kind of file, or its first line was lost.",
        example: .pem("MFkwEwYHKoZIzj0CAQ"),
        remedy: "Give the whole file, its first line included.",
        basis: .standards(["RFC 7468 §2"])),
      CodeExplanation(
        code: "pem.unterminated",
        title: "block without an end",
        meaning: "A PEM block is begun but not ended, or ended under another label.",
        reason: "The rest of the key was lost, or two files were mixed.",
        example: .pem("-----BEGIN PUBLIC KEY-----\nMFkw"),
        remedy: "Copy the whole text, from the line with BEGIN to the line with END.",
        basis: .standards(["RFC 7468 §3"])),
      CodeExplanation(
        code: "pem.encoding",
        title: "block that is not base64",
        meaning: "Between the lines of a PEM block stands something that is not base64.",
        reason: "The key was changed on the way; a key that differs in one bit is another key.",
        example: .pem("-----BEGIN PUBLIC KEY-----\nM*kw\n-----END PUBLIC KEY-----"),
        remedy: "Copy the text again.",
        basis: .standards(["RFC 7468 §3"])),
    ])
}
