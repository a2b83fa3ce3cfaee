extension CodeCatalog {
  /// The codes about what may be the reason.
  static let suspicions = CodeFamily(
    title: "why a signature does not fit: what may be",
    introduction: """
      Where nothing that was tried fits, the shape of the token and the numbers of the keys \
      still tell something.
      """,
    codes: [
      CodeExplanation(
        code: "diagnosis.content-changed",
        title: "content changed after signing",
        meaning: """
          Undoing the RSA signature with the public key gives a well-formed digest, but not the \
          one of this text.
          """,
        reason: "The key is the right one, so header or payload is not what was signed.",
        example: .words("a payload edited in a token that is signed with RS256"),
        remedy: "Refuse it: this is not what the issuer signed.",
        basis: .standards(["RFC 8017 §8.2.2", "RFC 7515 §5.2"])),
      CodeExplanation(
        code: "diagnosis.signature-truncated",
        title: "signature too short",
        meaning: "The signature has fewer characters than key and algorithm give it.",
        reason: "The end of the token was not copied, or a field was too short for it.",
        example: .words("a token without its last nine characters"),
        remedy: "Copy the whole token; look for a column or field that cuts it.",
        basis: .standards(["RFC 7515 §5.2"])),
      CodeExplanation(
        code: "diagnosis.signature-too-long",
        title: "signature too long",
        meaning: "The signature has more characters than key and algorithm give it.",
        reason: "Something was added behind the token.",
        example: .words("a token with other text right behind it"),
        remedy: "Copy the token alone.",
        basis: .standards(["RFC 7515 §5.2"])),
      CodeExplanation(
        code: "diagnosis.length-of-other-algorithm",
        title: "length of another algorithm",
        meaning: "The signature is as long as those of other algorithms are.",
        reason: """
          The signer may use another algorithm than the header says, with a key that was not \
          given.
          """,
        example: .words("64 bytes where HS256 makes 32"),
        remedy: "Ask the issuer which algorithm and key it signs with.",
        basis: .standards(["RFC 7518 §3.1"])),
      CodeExplanation(
        code: "diagnosis.other-key-size",
        title: "RSA key of another size",
        meaning: """
          An RSA signature is as long as its key, and this one is not as long as the given key.
          """,
        reason: "It was made with another key.",
        example: .words("a signature of 512 bytes and a key of 2048 bits"),
        remedy: "Get the issuer's current key.",
        basis: .standards(["RFC 8017 §8.2.2"])),
      CodeExplanation(
        code: "diagnosis.no-key-of-type",
        title: "no key of the right type",
        meaning: "The header's algorithm needs a key of a type that was not given.",
        reason: "No signature could be checked as the header says.",
        example: .words("an RS256 token and a secret"),
        remedy: "Give the key that the issuer uses with this algorithm.",
        basis: .standards(["RFC 7518 §6.1"])),
      CodeExplanation(
        code: "diagnosis.not-signed",
        title: "not signed",
        meaning: "The token has no signature, or its header says that it needs none.",
        reason: "Anybody can write such a token.",
        example: .words("a token that ends with its second dot"),
        remedy: "Never accept it.",
        basis: .standards(["RFC 7518 §3.6", "RFC 8725 §3.2"])),
      CodeExplanation(
        code: "diagnosis.unknown-algorithm",
        title: "unknown algorithm",
        meaning: "The header names an algorithm that this library does not know.",
        reason: "No signature could be checked as the header says.",
        example: .words("alg xs256"),
        remedy: "Compare the name letter by letter.",
        basis: .standards(["RFC 7515 §4.1.1"])),
      CodeExplanation(
        code: "diagnosis.mixed-layout",
        title: "two layouts",
        meaning: "The header is compact JSON and the payload has blanks between its members.",
        reason: "Libraries write both alike: one of the two may have been written by hand.",
        example: .words("a payload edited in a text field"),
        remedy: "Compare the payload with what the issuer made.",
        basis: .ownRule(
          """
          a finding of the diagnosis of this project; no standard has names for mistakes
          """)),
      CodeExplanation(
        code: "diagnosis.wrong-key-or-content",
        title: "wrong key or changed content",
        meaning: "Nothing that was tried fits, and nothing more can be told from this token.",
        reason: "A wrong key and a changed text look the same to HMAC and ECDSA.",
        example: .words("a token of another issuer"),
        remedy: "Fetch the issuer's current key and a new token.",
        basis: .standards(["RFC 7515 §5.2"])),
    ])
}
