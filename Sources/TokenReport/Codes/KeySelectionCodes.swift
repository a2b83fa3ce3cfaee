extension CodeCatalog {
  /// The codes about choosing the key.
  static let keySelection = CodeFamily(
    title: "choosing the key",
    introduction: """
      Which key may verify a token is decided before anything is computed. An unknown key is never \
      replaced by another one.
      """,
    codes: [
      CodeExplanation(
        code: "kid.unknown",
        title: "unknown key",
        meaning: "No key has the kid that the token names.",
        reason: """
          Either the issuer has new keys, or the token comes from somebody else. Trying the other \
          keys anyway would make kid meaningless.
          """,
        example: .words("{\"alg\": \"ES256\", \"kid\": \"2024\"} where the only key is \"2026\""),
        remedy: "Load the issuer's key set again. If the kid is not in it, refuse the token.",
        basis: .standards(["RFC 7515 §4.1.4", "RFC 7517 §4.5"])),
      CodeExplanation(
        code: "kid.ambiguous",
        title: "several keys of one name",
        meaning: "Several keys that could verify the token have its kid.",
        reason: """
          It is not known which one is meant, and trying all would accept a key that was meant to \
          be replaced.
          """,
        example: .words("a set with two EC keys whose kid is \"k1\""),
        remedy: "Give each key a kid of its own.",
        basis: .standards(["RFC 7517 §4.5"])),
      CodeExplanation(
        code: "kid.wrong-algorithm",
        title: "named key is for another algorithm",
        meaning: """
          The key with the token's kid exists, but it cannot be used with the token's algorithm.
          """,
        reason: """
          Either the issuer is set up wrongly, or somebody changed the algorithm to get a weaker \
          check.
          """,
        example: .words("{\"alg\": \"ES256\", \"kid\": \"k1\"} where \"k1\" is an RSA key"),
        remedy: "Check with the issuer which algorithm the key is for.",
        basis: .standards(["RFC 8725 §3.1", "RFC 7517 §4.4"])),
      CodeExplanation(
        code: "kid.needed",
        title: "key identifier needed",
        meaning: """
          No kid chooses the key, because the token has none or no key has one, and more keys fit \
          the token's algorithm than are tried on one token, which is 16.
          """,
        reason: "Each attempt costs time, and a stranger decides how many tokens are sent.",
        example: .words("a token without kid and a set of 20 EC keys"),
        remedy: """
          Have the issuer write kid and give each key its own, or give only the keys that are in use.
          """,
        basis: .standards(["RFC 7515 §4.1.4", "RFC 7515 §6"])),
      CodeExplanation(
        code: "iss.unknown",
        title: "unknown issuer",
        meaning: """
          Several issuers are accepted, each with keys of its own, and the token names none of them.
          """,
        reason: """
          There is no key to verify it with; trying the keys of other issuers would let each of \
          them speak for all.
          """,
        example: .words(
          "{\"iss\": \"https://other.example\"} where only https://id.example is known"),
        remedy:
          "Compare the two letter by letter; if they name different issuers, refuse the token.",
        basis: .standards(["RFC 8725 §3.8", "RFC 7519 §4.1.1"])),
      CodeExplanation(
        code: "iss.needed",
        title: "issuer needed",
        meaning: """
          Several issuers are accepted, each with keys of its own, and the token has no iss that is \
          a string.
          """,
        reason: "Without it nobody knows whose keys to use.",
        example: .words("{\"sub\": \"user-1\"} where two issuers are known"),
        remedy: "Have the issuer name itself in iss.",
        basis: .standards(["RFC 8725 §3.8", "RFC 7519 §4.1.1"])),
      CodeExplanation(
        code: "keys.unavailable",
        title: "keys cannot be had",
        meaning: """
          The issuer publishes its keys on a server, and no keys that may still be used have come \
          from there.
          """,
        reason: """
          Nothing is known about the token. A service answers 503 and not 401, so that clients try \
          again instead of throwing a good token away.
          """,
        example: .words("the first token after a start while the issuer's key server is down"),
        remedy: "Try again later, and look at why fetching the keys fails.",
        basis: .ownRule("a failure of the issuer's server is no property of the token")),
      CodeExplanation(
        code: "key.none-compatible",
        title: "no key for the algorithm",
        meaning: """
          No kid chooses the key, because the token has none or no key has one, and none of the \
          keys can be used with the token's algorithm.
          """,
        reason: "The algorithm is allowed, but nothing is there to check it with.",
        example: .words("a token that says ES384 where all keys lie on P-256"),
        remedy: "Give the key that the issuer uses with this algorithm.",
        basis: .standards(["RFC 7515 §6", "RFC 8725 §3.1"])),
    ])
}
