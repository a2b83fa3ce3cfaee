extension CodeCatalog {
  /// The codes about the signature.
  static let signature = CodeFamily(
    title: "the signature",
    introduction: """
      Only a good signature says who made a token. Everything else about it is a claim.
      """,
    codes: [
      CodeExplanation(
        code: "signature.missing",
        title: "no signature",
        meaning: "The third part of the token is empty, although the header names an algorithm.",
        reason: "Somebody cut the signature off, or the token was never signed.",
        example: .words("eyJhbGciOiJIUzI1NiJ9.e30. with its final dot"),
        remedy: "Refuse the token.",
        basis: .standards(["RFC 7515 §5.2", "RFC 8725 §3.3"])),
      CodeExplanation(
        code: "signature.wrong-length",
        title: "signature of the wrong length",
        meaning: "The signature does not have the length that the algorithm and the key give it.",
        reason: """
          ECDSA signatures in DER instead of r and s joined look like this, and so does a token \
          made with another key.
          """,
        example: .words("a signature of 71 bytes for ES256, which has 64"),
        remedy: """
          Check that the key is the right one; have the issuer write r and s in their fixed width.
          """,
        basis: .standards(["RFC 7518 §3.4", "RFC 8017 §8.2.2"])),
      CodeExplanation(
        code: "signature.invalid",
        title: "signature does not fit",
        meaning: "None of the keys that may be used made this signature for this text.",
        reason: "The token was changed or made by somebody else, or the key is not the issuer's.",
        example: .words("a token whose payload was edited"),
        remedy: "Check that the key is the issuer's current one; if it is, refuse the token.",
        basis: .standards(["RFC 7515 §5.2", "RFC 8725 §3.3"])),
      CodeExplanation(
        code: "signature.not-checked",
        title: "signature not checked",
        meaning: """
          No key was given, so nobody looked at the signature. It is an error where a signature is \
          required, else a warning.
          """,
        reason: """
          Everything the token says may be made up. Only a token that came straight from the \
          endpoint over TLS can be compared without a key.
          """,
        example: .words("a check of a token without a key"),
        remedy: "Give the issuer's key and its algorithm.",
        basis: .standards(["RFC 7515 §5.2", "OpenID Connect Core §3.1.3.7"])),
    ])
}
