extension CodeCatalog {
  /// The codes about texts that make a signature fit.
  static let diagnosisOfText = CodeFamily(
    title: "why a signature does not fit: the text",
    introduction: """
      Established like those about the key: by a check of the signature over another text.
      """,
    codes: [
      CodeExplanation(
        code: "diagnosis.signature-is-der",
        title: "signature in DER",
        meaning: """
          The signature is an ASN.1 sequence of two integers, as OpenSSL and Java write ECDSA \
          signatures.
          """,
        reason: "JWS has r and s in fixed width, one after the other.",
        example: .words("an ES256 signature of about 71 bytes"),
        remedy: "Have the signer write r and s in fixed width.",
        basis: .standards(["RFC 7518 §3.4"])),
      CodeExplanation(
        code: "diagnosis.signature-is-swapped",
        title: "halves in the wrong order",
        meaning: "The signature fits if its two halves change places.",
        reason: "JWS has r first and s second.",
        example: .words("an ES256 signature with s in front"),
        remedy: "Have the signer write r first.",
        basis: .standards(["RFC 7518 §3.4"])),
      CodeExplanation(
        code: "diagnosis.signature-is-hex",
        title: "signature in hexadecimal",
        meaning: "The signature fits if its text is read as hexadecimal digits.",
        reason: "The signer asked its library for digits where it needs bytes.",
        example: .words("hexdigest() in a signer made by hand"),
        remedy: "Have the signer encode the bytes.",
        basis: .standards(["RFC 7515 §5.1"])),
      CodeExplanation(
        code: "diagnosis.token-has-padding",
        title: "padding added",
        meaning: "The signature fits without the equals signs in the token as given.",
        reason: "Something added padding on the way; the token that was signed had none.",
        example: .words("a token with = at its end"),
        remedy: "Find what adds it, or copy the token again.",
        basis: .standards(["RFC 7515 §2"])),
      CodeExplanation(
        code: "diagnosis.token-in-standard-alphabet",
        title: "alphabet changed",
        meaning: "The signature fits with - and _ in the place of + and /.",
        reason: "Something decoded and encoded the token with the other alphabet.",
        example: .words("a token that holds + or /"),
        remedy: "Find what rewrites it, or copy the token again.",
        basis: .standards(["RFC 7515 §2"])),
      CodeExplanation(
        code: "diagnosis.token-has-white-space",
        title: "white space inside",
        meaning: "The signature fits without the white space inside the token as given.",
        reason: "Mails and terminals break long lines.",
        example: .words("a token copied from a mail"),
        remedy: "Copy the token again as one line.",
        basis: .standards(["RFC 7515 §2"])),
      CodeExplanation(
        code: "diagnosis.token-percent-encoded",
        title: "percent escapes",
        meaning: "The signature fits if the percent escapes of the token as given are undone.",
        reason: "The token was copied from a URL.",
        example: .words("a token with %2E for its dots"),
        remedy: "Decode the URL first.",
        basis: .standards(["RFC 7515 §2"])),
      CodeExplanation(
        code: "diagnosis.signed-with-padding",
        title: "padding signed",
        meaning: "The signature fits if the signed text has padding that the sent one lacks.",
        reason: "The signer signs one text and sends another.",
        example: .words("a signer that strips = after signing"),
        remedy: "Have the signer sign the text that it sends.",
        basis: .standards(["RFC 7515 §5.1"])),
      CodeExplanation(
        code: "diagnosis.signed-in-standard-alphabet",
        title: "other alphabet signed",
        meaning: """
          The signature fits if the signed text has + and / where the sent one has - and _.
          """,
        reason: "The signer signs one text and sends another.",
        example: .words("a signer that replaces + after signing"),
        remedy: "Have the signer sign the text that it sends.",
        basis: .standards(["RFC 7515 §5.1"])),
      CodeExplanation(
        code: "diagnosis.signed-unencoded",
        title: "JSON signed",
        meaning: "The signature fits if the JSON itself was signed instead of its base64url.",
        reason: "A signer made by hand forgot a step.",
        example: .words("an HMAC over the payload's JSON"),
        remedy: "Have the signer sign the encoded parts, joined by a dot.",
        basis: .standards(["RFC 7515 §5.1"])),
      CodeExplanation(
        code: "diagnosis.json-rewritten",
        title: "JSON written anew",
        meaning: """
          The signature fits the same JSON with other blanks, another order of members or other \
          escapes.
          """,
        reason: """
          Something parsed the token and wrote it anew, or the signer signs one text and sends \
          another.
          """,
        example: .words("a proxy that prints the payload in its own way"),
        remedy: "Pass tokens on as bytes.",
        basis: .standards(["RFC 7515 §5.1"])),
      CodeExplanation(
        code: "diagnosis.members-reordered",
        title: "members in another order",
        meaning: "The signature fits the same members in another order.",
        reason: """
          Something read the JSON into a table that keeps no order, and wrote it anew. All orders of \
          up to seven members are tried.
          """,
        example: .words("a proxy that prints claims in the order of their names"),
        remedy: "Pass tokens on as bytes.",
        basis: .standards(["RFC 7515 §5.1"])),
      CodeExplanation(
        code: "diagnosis.member-added",
        title: "member added",
        meaning: "The signature fits without one member of the header or the payload.",
        reason: "Somebody added it after signing.",
        example: .words("a role that the issuer did not write"),
        remedy: "Refuse it: this is not what the issuer signed.",
        basis: .standards(["RFC 7515 §5.2"])),
      CodeExplanation(
        code: "diagnosis.value-changed",
        title: "value changed",
        meaning: """
          The signature fits with another value of one member: the other truth value, a usual \
          life, a lesser role.
          """,
        reason: "Somebody changed it after signing.",
        example: .words("isAdmin turned from false to true"),
        remedy: "Refuse it: this is not what the issuer signed.",
        basis: .standards(["RFC 7515 §5.2"])),
      CodeExplanation(
        code: "diagnosis.token-doubled",
        title: "token twice",
        meaning: "The text is the token twice, and the signature of one fits.",
        reason: "It was pasted twice.",
        example: .words("a token pasted twice into a field"),
        remedy: "Paste it once.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.token-surrounded",
        title: "text around the token",
        meaning: "Something in the text is a token whose signature fits.",
        reason: "More was copied than the token.",
        example: .words("token=eyJ...; copied from a cookie"),
        remedy: "Copy the token alone.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.character-changed",
        title: "one character changed",
        meaning: "The signature fits if one character is another.",
        reason: "It was mistyped, misread, or changed on purpose: an edit looks the same.",
        example: .words("a 0 where an O was"),
        remedy: """
          Copy the token again from its source. If that says the same, somebody edited the token: \
          refuse it.
          """,
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.letter-case",
        title: "one letter case changed",
        meaning: "The signature fits if one letter has the other case.",
        reason: "In base64url an upper and a lower case letter are two characters.",
        example: .words("a letter that a spelling aid made upper case"),
        remedy: "Copy the token again from its source.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.character-missing",
        title: "one character missing",
        meaning: "The signature fits if one character is added.",
        reason: "It was lost in copying.",
        example: .words("a token whose last character was not marked"),
        remedy: "Copy the token again from its source.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.character-extra",
        title: "one character too many",
        meaning: "The signature fits if one character is removed.",
        reason: "It slipped in while copying.",
        example: .words("a letter typed into the token"),
        remedy: "Copy the token again from its source.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.characters-swapped",
        title: "two characters swapped",
        meaning: "The signature fits if two neighbours change places.",
        reason: "The token was typed by hand.",
        example: .words("ab where ba was"),
        remedy: "Copy the token again from its source.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
    ])
}
