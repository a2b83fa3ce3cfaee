extension CodeCatalog {
  /// The codes about JSON Pointers.
  static let pointer = CodeFamily(
    title: "JSON Pointers",
    introduction: """
      Where a claim stands in a token may be told with a JSON Pointer, such as /data/userId.
      """,
    codes: [
      CodeExplanation(
        code: "pointer.missing-slash",
        title: "pointer without a slash",
        meaning: "A JSON Pointer starts with a slash, or is empty to mean the whole document.",
        reason: """
          A name without a slash could be meant as a pointer or as a name that holds slashes; it \
          is not guessed.
          """,
        example: .pointer("userId"),
        remedy: "Put a slash in front of each name.",
        basis: .standards(["RFC 6901 §3"])),
      CodeExplanation(
        code: "pointer.invalid-escape",
        title: "unknown escape in a pointer",
        meaning: """
          In a JSON Pointer ~ is always followed by 0 or 1: ~0 stands for ~ and ~1 for a slash \
          inside a name.
          """,
        reason: """
          Claims with URLs as names are written with ~1; a single ~ is nearly always a forgotten \
          escape.
          """,
        example: .pointer("/a~b"),
        remedy: "Write ~0 for ~ and ~1 for a slash that is part of a name.",
        basis: .standards(["RFC 6901 §3"])),
    ])
}
