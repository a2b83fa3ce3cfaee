extension CodeCatalog {
  /// The codes about the header.
  static let header = CodeFamily(
    title: "the header",
    introduction: """
      What the header says is the sender's word. It is read to find broken rules, never to decide \
      what to trust.
      """,
    codes: [
      CodeExplanation(
        code: "alg.missing",
        title: "no algorithm",
        meaning: "The header has no alg, which every header must have.",
        reason: "A verifier that then falls back on a default can be steered to a weak one.",
        example: .header("{\"typ\": \"JWT\"}"),
        remedy: "Have the issuer write alg.",
        basis: .standards(["RFC 7515 §4.1.1"])),
      CodeExplanation(
        code: "alg.unknown",
        title: "unknown algorithm",
        meaning: """
          The header names an algorithm that cannot be verified here. Names are compared byte for \
          byte, so hs256 is not HS256.
          """,
        reason: "The token may be fine for others, but here nothing can be said about who made it.",
        example: .header("{\"alg\": \"hs256\"}"),
        remedy: """
          Correct the name, or have the issuer use an algorithm of the table in RFC 7518 §3.1, \
          Ed25519, Ed448 or ES256K.
          """,
        basis: .standards(["RFC 7515 §4.1.1", "RFC 7518 §3.1", "RFC 8812 §3.2", "RFC 9864 §2.2"])),
      CodeExplanation(
        code: "alg.none",
        title: "unsigned token",
        meaning: """
          The header says none: the token has no signature. This is found in any letter case.
          """,
        reason: """
          Anybody can write such a token. Accepting it because the token asks for it is the oldest \
          hole of JWT libraries.
          """,
        example: .header("{\"alg\": \"none\"}"),
        remedy: "Never accept it. No policy can list none here.",
        basis: .standards(["RFC 8725 §3.2", "RFC 8725 §2.1", "RFC 7518 §3.6"])),
      CodeExplanation(
        code: "alg.not-allowed",
        title: "algorithm not allowed",
        meaning: "The token's algorithm is not on the list of those that the policy allows.",
        reason: """
          A verifier that follows the token's choice can be made to check a public key as if it \
          were an HMAC secret.
          """,
        example: .header("{\"alg\": \"HS512\"}"),
        remedy: """
          If the issuer says that it uses the algorithm, allow it. The token's own word does not \
          count.
          """,
        basis: .standards(["RFC 8725 §3.1", "RFC 7515 §4.1.1"])),
      CodeExplanation(
        code: "header.wrong-type",
        title: "parameter of the wrong type",
        meaning: """
          A header parameter has another JSON type than the standard gives it, such as a number \
          for kid.
          """,
        reason: "Programs that convert types silently compare something else than what was signed.",
        example: .header("{\"alg\": \"ES256\", \"kid\": 7}"),
        remedy: "Have the issuer write the parameter with its type.",
        basis: .standards(["RFC 7515 §4.1"])),
      CodeExplanation(
        code: "header.embedded-key",
        title: "key inside the header",
        meaning: """
          The header brings a key (jwk, x5c) or names a place to fetch one from (jku, x5u). It is \
          not used.
          """,
        reason: """
          Whoever made the token chose that key. Following jku or x5u would also let strangers \
          send requests from your network.
          """,
        example: .header("{\"alg\": \"ES256\", \"jku\": \"https://id.example/keys\"}"),
        remedy: """
          Verify with a key that you know from elsewhere; have the issuer leave the parameter out.
          """,
        basis: .standards([
          "RFC 8725 §3.10",
          "RFC 7515 §4.1.2",
          "RFC 7515 §4.1.3",
          "RFC 7515 §4.1.5",
          "RFC 7515 §4.1.6",
        ])),
      CodeExplanation(
        code: "jwk.private-key",
        title: "private key in the header",
        meaning: "The parameter jwk must hold a public key. This one holds private parts.",
        reason: "Everybody who saw the token can sign in the issuer's name.",
        example: .header("{\"alg\": \"ES256\", \"jwk\": {\"kty\": \"EC\", \"d\": \"…\"}}"),
        remedy: "Replace the key at once and refuse tokens signed with it.",
        basis: .standards(["RFC 7515 §4.1.3"])),
      CodeExplanation(
        code: "crit.wrong-type",
        title: "crit that is no list of names",
        meaning: """
          The parameter crit is a list of strings. Here it, or one of its elements, has another \
          type.
          """,
        reason: "A reader that ignores a broken crit ignores what it was told not to ignore.",
        example: .header("{\"alg\": \"ES256\", \"crit\": \"b64\"}"),
        remedy: "Have the issuer write a list such as [\"b64\"].",
        basis: .standards(["RFC 7515 §4.1.11"])),
      CodeExplanation(
        code: "crit.empty",
        title: "empty crit",
        meaning: "The parameter crit is an empty list, which the standard forbids.",
        reason: "It says nothing and shows an issuer that does not follow the standard.",
        example: .header("{\"alg\": \"ES256\", \"crit\": []}"),
        remedy: "Leave crit out where no extension is used.",
        basis: .standards(["RFC 7515 §4.1.11"])),
      CodeExplanation(
        code: "crit.duplicate",
        title: "name twice in crit",
        meaning: "The parameter crit names the same extension twice.",
        reason: "The standard forbids it, and readers that count or compare lists go wrong.",
        example: .header("{\"alg\": \"ES256\", \"b64\": true, \"crit\": [\"b64\", \"b64\"]}"),
        remedy: "Name each extension once.",
        basis: .standards(["RFC 7515 §4.1.11"])),
      CodeExplanation(
        code: "crit.absent",
        title: "name in crit without its parameter",
        meaning: "The parameter crit names an extension that the header does not contain.",
        reason: "What must be understood is not there to be understood.",
        example: .header("{\"alg\": \"ES256\", \"crit\": [\"http://id.example/x\"]}"),
        remedy: "Add the parameter, or take its name out of crit.",
        basis: .standards(["RFC 7515 §4.1.11"])),
      CodeExplanation(
        code: "crit.standard-parameter",
        title: "standard name in crit",
        meaning: """
          The parameter crit names a parameter of RFC 7515 or RFC 7518, such as alg. It lists \
          extensions only.
          """,
        reason: "Every reader understands those anyway; naming them is forbidden.",
        example: .header("{\"alg\": \"ES256\", \"crit\": [\"alg\"]}"),
        remedy: "Take the name out of crit.",
        basis: .standards(["RFC 7515 §4.1.11"])),
      CodeExplanation(
        code: "crit.unsupported",
        title: "extension that is not understood",
        meaning: """
          The parameter crit demands that the reader understand an extension. The only one \
          understood here is b64.
          """,
        reason: """
          The extension may change what the token means. Passing over it would accept a token that \
          its issuer wants refused.
          """,
        example: .header("{\"alg\": \"ES256\", \"crit\": [\"exp\"], \"exp\": 1}"),
        remedy: "Ask the issuer for tokens without the extension.",
        basis: .standards(["RFC 7515 §4.1.11"])),
      CodeExplanation(
        code: "b64.not-critical",
        title: "b64 without crit",
        meaning: "The header has b64, but crit does not name it.",
        reason: """
          A reader that does not know b64 would decode the payload although it may not be encoded, \
          and see another one.
          """,
        example: .header("{\"alg\": \"ES256\", \"b64\": true}"),
        remedy: "Write crit as [\"b64\"] beside it, or leave b64 out.",
        basis: .standards(["RFC 7797 §6"])),
      CodeExplanation(
        code: "b64.unencoded-payload",
        title: "payload that is not encoded",
        meaning: """
          The header says with b64 false that the payload is not in base64url. A JWT must not say \
          so.
          """,
        reason: """
          Such a payload may hold dots and quotes, so that readers split the token in different \
          places.
          """,
        example: .words(
          """
          {"alg": "ES256", "b64": false, "crit": ["b64"]} in a token that is verified as a JWT
          """),
        remedy: "Encode the payload and leave b64 out.",
        basis: .standards(["RFC 7797 §7", "RFC 7797 §3"])),
    ])
}
