extension CodeCatalog {
  /// The codes about keys and algorithms that make a signature fit.
  static let diagnosisOfKeys = CodeFamily(
    title: "why a signature does not fit: the key",
    introduction: """
      The command diagnose and the library TokenDiagnosis try what may have gone wrong and say \
      what makes the signature fit. That explains a refusal and never lifts it.
      """,
    codes: [
      CodeExplanation(
        code: "diagnosis.secret-is-base64",
        title: "secret in base64",
        meaning: """
          The signature fits if the given text is decoded as base64 and the bytes are used as \
          the secret.
          """,
        reason: """
          The most common reason for a signature that does not fit: one side decodes the setting \
          and the other does not.
          """,
        example: .words("a key given as c2VjcmV0... where the signer uses the decoded bytes"),
        remedy: "Decode the text first; the tool takes it as b64:TEXT.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.secret-is-base64url",
        title: "secret in base64url",
        meaning: """
          The signature fits if the given text is decoded as base64url and the bytes are used as \
          the secret.
          """,
        reason: "JWKs write secrets in base64url, so a copied k is often used without decoding.",
        example: .words("the k of a JWK given as text"),
        remedy: "Decode the text first; the tool takes it as b64url:TEXT.",
        basis: .standards(["RFC 7518 §6.4.1"])),
      CodeExplanation(
        code: "diagnosis.secret-is-hex",
        title: "secret in hexadecimal",
        meaning: "The signature fits if the given digits are read as bytes.",
        reason: "Generators such as openssl rand -hex print digits, and some programs decode them.",
        example: .words("a key of 64 hexadecimal digits where the signer uses 32 bytes"),
        remedy: "Decode the digits first; the tool takes them as hex:DIGITS.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.secret-was-decoded",
        title: "secret that must not be decoded",
        meaning: """
          The signature fits if the bytes are written as text again and that text is used as the \
          secret.
          """,
        reason: """
          The signer takes its setting literally, although it looks like base64 or hexadecimal \
          digits.
          """,
        example: .words("b64:... given where the signer uses the text itself"),
        remedy: "Use the text as it stands, or have the signer decode it.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.secret-lacks-line-end",
        title: "signer's secret with a line end",
        meaning: "The signature fits if a line end is added to the given secret.",
        reason: """
          The signer read a file that an editor or echo ended with a line feed, and did not cut \
          it off.
          """,
        example: .words("a secret read from a file by a program that keeps the last line feed"),
        remedy: """
          Have both sides use the same bytes; most likely the signer has to cut the line end \
          off.
          """,
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.secret-has-line-end",
        title: "given secret with a line end",
        meaning: "The signature fits without the line end at the end of the given secret.",
        reason: "Editors and echo add one, and every byte of a secret counts.",
        example: .words("echo secret > key.txt"),
        remedy: "Write the file with printf, or cut the line end off.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.secret-has-white-space",
        title: "white space around the secret",
        meaning: "The signature fits without the white space around the given secret.",
        reason: "Copied settings bring blanks along, and every byte of a secret counts.",
        example: .words("a setting with a blank behind the equals sign"),
        remedy: "Give the secret alone.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.secret-has-escapes",
        title: "line ends written out",
        meaning: """
          The signature fits if each \\n written out in the given secret becomes a line end.
          """,
        reason: """
          Environment variables often hold several lines that way, and some programs translate \
          them.
          """,
        example: .words("a secret of two lines in one environment variable"),
        remedy: "Turn them into line ends when reading the setting.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.secret-lacks-escapes",
        title: "signer's line ends written out",
        meaning: "The signature fits if each line end of the given secret is written out as \\n.",
        reason: "The signer uses an environment variable as it stands, without translating it.",
        example: .words("a secret of two lines that the signer reads from one variable"),
        remedy: "Have the signer translate them, or agree on a secret of one line.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.secret-has-quotes",
        title: "quotation marks around the secret",
        meaning: "The signature fits without the quotation marks around the given secret.",
        reason: """
          Files of settings are read in different ways: some readers take quotation marks off \
          and some do not.
          """,
        example: .words("JWT_SECRET=\"...\" in a file that docker reads"),
        remedy: "Give the secret without them.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.secret-lacks-quotes",
        title: "signer's secret in quotation marks",
        meaning: "The signature fits if quotation marks are put around the given secret.",
        reason: "The signer's reader of settings takes the quotation marks as part of the value.",
        example: .words("JWT_SECRET=\"...\" read by a program that keeps the marks"),
        remedy: "Remove the quotation marks from the signer's setting.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.secret-has-prefix",
        title: "mark in front of the secret",
        meaning: """
          The signature fits without what stands in front of the given secret, such as base64: \
          or NAME=.
          """,
        reason: """
          Frameworks mark the coding of a key in the setting itself, and the mark is no part of \
          the key.
          """,
        example: .words("base64:c2VjcmV0... as a framework writes it"),
        remedy: "Give what follows the mark, decoded if it says so.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.secret-has-byte-order-mark",
        title: "byte order mark in the secret",
        meaning: """
          The signature fits without the three bytes EF BB BF at the start of the given secret.
          """,
        reason: "Some editors put them there, where nobody sees them.",
        example: .words("a secret saved as UTF-8 with a byte order mark"),
        remedy: "Save the file without the mark.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.secret-is-utf16",
        title: "secret as UTF-16",
        meaning: "The signature fits if the given secret is written as UTF-16.",
        reason: """
          The signer turned the text into bytes with another encoding, such as Encoding.Unicode \
          of .NET.
          """,
        example: .words("a signer that calls Encoding.Unicode.GetBytes"),
        remedy: "Have the signer use UTF-8.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.secret-is-empty",
        title: "empty secret",
        meaning: "The signature fits with a secret of no bytes.",
        reason: """
          The signer's setting was not there, and its library did not refuse. Anybody can make \
          such tokens.
          """,
        example: .words("a signer whose environment variable is not set"),
        remedy: "Mend the signer's setting and refuse every token of that time.",
        basis: .standards(["RFC 7518 §3.2"])),
      CodeExplanation(
        code: "diagnosis.secret-is-placeholder",
        title: "undefined used as a secret",
        meaning: "The signature fits with the text of a missing value, such as undefined or null.",
        reason: """
          The signer's setting was not there, and its program made a string of that. Anybody can \
          make such tokens.
          """,
        example: .words("a secret of `${process.env.JWT_SECRET}` where the variable is not set"),
        remedy: "Mend the signer's setting and refuse every token of that time.",
        basis: .standards(["RFC 7518 §3.2"])),
      CodeExplanation(
        code: "diagnosis.secret-is-key-text",
        title: "JWK used as text",
        meaning: "The signature fits if the text of the JWK, or of its k, is used as the secret.",
        reason: "The signer did not know that the setting is a JWK.",
        example: .words("a signer that was given k and does not decode it"),
        remedy: "Have the signer read the JWK and use the bytes of k.",
        basis: .standards(["RFC 7518 §6.4.1"])),
      CodeExplanation(
        code: "diagnosis.public-key-as-secret",
        title: "forged with the public key",
        meaning: "The signature is an HMAC under the bytes of the public key.",
        reason: """
          Whoever knows the public key made this token. A verifier that lets the token choose \
          the algorithm accepts it.
          """,
        example: .words("an HS256 token signed with the PEM of an RSA key"),
        remedy: """
          Refuse it, and check that no verifier of yours takes the algorithm from the token.
          """,
        basis: .standards(["RFC 8725 §2.1", "RFC 8725 §3.1"])),
      CodeExplanation(
        code: "diagnosis.key-is-base64",
        title: "key in base64",
        meaning: "The signature fits a key that stands in base64 inside the given text.",
        reason: "Settings often hold a PEM in base64, to keep it on one line.",
        example: .words("a variable that holds a PEM in base64"),
        remedy: "Decode it once and give what is inside.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.other-algorithm",
        title: "another algorithm",
        meaning: "The signature is one of another algorithm than the header says.",
        reason: """
          Signer and header are configured apart; a verifier goes by the header and refuses.
          """,
        example: .words("PS256 in the signer and RS256 in the header"),
        remedy: "Have the issuer's settings agree.",
        basis: .standards(["RFC 7515 §4.1.1"])),
      CodeExplanation(
        code: "diagnosis.algorithm-replaced",
        title: "algorithm replaced after signing",
        meaning: "The signature fits if alg in the header is what it was before.",
        reason: """
          Something rewrote the header: a proxy, a tool, or somebody who tries to confuse \
          verifiers.
          """,
        example: .words("a header with HS512 where HS256 was signed"),
        remedy: "Refuse it and look for what rewrites headers.",
        basis: .standards(["RFC 8725 §2.1"])),
      CodeExplanation(
        code: "diagnosis.algorithm-not-accepted",
        title: "algorithm not accepted",
        meaning: """
          The signature fits under the algorithm that the header names, which is not among the \
          accepted ones.
          """,
        reason: "The key is right, and the verifier is told to accept other algorithms.",
        example: .words("--alg PS256 for a token that says RS256"),
        remedy: "Accept the algorithm only if the issuer says that it uses it.",
        basis: .standards(["RFC 8725 §3.1"])),
      CodeExplanation(
        code: "diagnosis.kid-of-other-key",
        title: "kid of another key",
        meaning: "The header's kid names one key of the set, and another one fits.",
        reason: "The issuer changed keys and names the old one, or two settings were mixed up.",
        example: .words("kid b on a token that key a signed"),
        remedy: "Have the issuer name the key that it signs with.",
        basis: .standards(["RFC 7515 §4.1.4"])),
      CodeExplanation(
        code: "diagnosis.kid-unknown",
        title: "kid of no key",
        meaning: "The header's kid names none of the given keys, and one of them fits.",
        reason: "The issuer names its keys otherwise than the set does.",
        example: .words("kid c where the set has a and b"),
        remedy: "Give the keys the names that the issuer uses.",
        basis: .standards(["RFC 7515 §4.1.4"])),
      CodeExplanation(
        code: "diagnosis.key-for-other-algorithm",
        title: "key for another algorithm",
        meaning: "The key's own alg is another one than that of the token.",
        reason: "A key with alg serves that algorithm alone, so a verifier does not use it.",
        example: .words("a JWK with alg RS256 for a PS256 token"),
        remedy: "Have the issuer publish the key for the algorithm that it uses.",
        basis: .standards(["RFC 7517 §4.4"])),
    ])
}
