extension CodeCatalog {
  /// The codes about JSON.
  static let json = CodeFamily(
    title: "JSON",
    introduction: """
      Headers, claims, keys and documents are JSON texts. They are read strictly, because two \
      readers that read one text in two ways are how checks are passed by.
      """,
    codes: [
      CodeExplanation(
        code: "json.empty",
        title: "no value",
        meaning: "A text that must be JSON is empty or holds only white space.",
        reason: """
          Nothing was sent where something was meant, often because a file or a variable was \
          empty.
          """,
        example: .json(""),
        remedy: "Write a value; for claims at least the empty object {}.",
        basis: .standards(["RFC 8259 §2"])),
      CodeExplanation(
        code: "json.byte-order-mark",
        title: "byte order mark",
        meaning: "A text starts with the bytes EF BB BF, which some editors put in front of UTF-8.",
        reason: """
          The mark is not part of JSON. Readers that skip it and readers that refuse it disagree \
          about the same text.
          """,
        example: .words("the bytes EF BB BF 7B 7D"),
        remedy: "Save the text as UTF-8 without a byte order mark.",
        basis: .standards(["RFC 8259 §8.1"])),
      CodeExplanation(
        code: "json.unexpected-character",
        title: "unexpected character",
        meaning: """
          A character stands where the grammar does not allow it, such as a single quote, a \
          comment or a comma before a closing bracket.
          """,
        reason: """
          Dialects of JSON are read differently by different programs; what is signed must have \
          one meaning.
          """,
        example: .json("{'sub': 1}"),
        remedy: "Have a JSON library write the text instead of joining strings.",
        basis: .standards(["RFC 8259 §2"])),
      CodeExplanation(
        code: "json.unexpected-end",
        title: "text cut short",
        meaning: "A text ends inside a value: a quote, a bracket or a digit is missing.",
        reason: "The rest was lost, and what it said cannot be known.",
        example: .json("{\"sub\": \"user-1"),
        remedy: "Copy or send the whole text.",
        basis: .standards(["RFC 8259 §2"])),
      CodeExplanation(
        code: "json.invalid-utf8",
        title: "not UTF-8",
        meaning: """
          A text holds bytes that are no UTF-8: another encoding, an overlong form, a surrogate, \
          or a character cut in half.
          """,
        reason: """
          Decoders replace such bytes, each in its own way, so that two different names become \
          one.
          """,
        example: .words("a string that holds the byte FF"),
        remedy: "Write the text in UTF-8.",
        basis: .standards(["RFC 8259 §8.1", "RFC 8725 §3.7"])),
      CodeExplanation(
        code: "json.control-character",
        title: "unescaped control character",
        meaning: """
          A string holds a line end, a tab or another character below U+0020 as it is. It must be \
          written as an escape sequence.
          """,
        reason: """
          Such a text is a sign of strings joined by hand, and then values may break out of their \
          quotes as well.
          """,
        example: .json("{\"name\": \"a\nb\"}"),
        remedy: "Write \\n, \\t or \\u followed by four hexadecimal digits.",
        basis: .standards(["RFC 8259 §7"])),
      CodeExplanation(
        code: "json.invalid-escape",
        title: "unknown escape sequence",
        meaning: """
          A backslash in a string is followed by something that starts no escape sequence of JSON.
          """,
        reason: "Readers differ in what they make of it: some keep the backslash, some drop it.",
        example: .json("{\"path\": \"C:\\dir\"}"),
        remedy: "Double the backslash if it is meant, or use one of the sequences of the standard.",
        basis: .standards(["RFC 8259 §7"])),
      CodeExplanation(
        code: "json.lone-surrogate",
        title: "half of a surrogate pair",
        meaning: """
          A string has an escape sequence from \\ud800 to \\udfff without its other half. It stands \
          for no character.
          """,
        reason: """
          It cannot be written in UTF-8, so each reader replaces it by something else and \
          comparisons go wrong.
          """,
        example: .json("{\"name\": \"\\ud83d\"}"),
        remedy: """
          Write both halves or the character itself, and do not cut strings inside a character.
          """,
        basis: .standards(["RFC 8259 §8.2"])),
      CodeExplanation(
        code: "json.leading-zero",
        title: "number with a leading zero",
        meaning: "A number other than 0 starts with the digit 0.",
        reason: "Some readers take it for octal. JSON has no such numbers.",
        example: .json("{\"exp\": 017}"),
        remedy: "Write the number without leading zeros, or as a string if they matter.",
        basis: .standards(["RFC 8259 §6"])),
      CodeExplanation(
        code: "json.duplicate-member",
        title: "member name twice",
        meaning: """
          One object has the same member name twice, compared after escape sequences are resolved.
          """,
        reason: """
          One reader takes the first value and another the last. A token with two sub claims is \
          one user to the gateway and another to the service behind it.
          """,
        example: .json("{\"sub\": \"alice\", \"\\u0073ub\": \"bob\"}"),
        remedy: "Keep one of the members. If the text comes from an issuer, report it there.",
        basis: .standards(["RFC 7515 §4", "RFC 7519 §4", "RFC 8259 §4", "RFC 8725 §2.6"])),
      CodeExplanation(
        code: "json.trailing-content",
        title: "something after the value",
        meaning: "Something other than white space follows the JSON value.",
        reason: """
          A reader that stops early and one that does not see different texts. Two texts that were \
          joined look like this too.
          """,
        example: .json("{} {}"),
        remedy: "Send exactly one value.",
        basis: .standards(["RFC 8259 §2"])),
      CodeExplanation(
        code: "json.too-deep",
        title: "too many levels",
        meaning: """
          Arrays and objects are nested deeper than the limit, which is 64 levels by default.
          """,
        reason: """
          Every level costs memory before anything is verified. No header, claims set or key needs \
          so many.
          """,
        example: .words("65 opening brackets"),
        remedy: "Make the value flatter.",
        basis: .standards(["RFC 8259 §9"])),
      CodeExplanation(
        code: "json.too-large",
        title: "too large",
        meaning: """
          A text has more bytes than the limit, which is 1 MiB for headers, claims and documents \
          and 16 MiB for key sets.
          """,
        reason: """
          Whoever sends it decides how much work reading it is. No server takes headers of that \
          size.
          """,
        example: .words("a header of more than 1 MiB"),
        remedy: "Check that it is the right text; move large data out of the token.",
        basis: .standards(["RFC 8259 §9"])),
    ])
}
