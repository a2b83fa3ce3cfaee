extension CodeCatalog {
  /// The codes of lint about the header and the signature.
  static let lintOfProtection = CodeFamily(
    title: "lint: protection",
    introduction: """
      The command lint and the library TokenDiagnosis look at a token without any key.
      """,
    codes: [
      CodeExplanation(
        code: "lint.alg-none",
        title: "not signed",
        meaning: "The header says that the token is not signed.",
        reason: "Anybody can write such a token.",
        example: .header("{\"alg\": \"none\"}"),
        remedy: "Never accept it, and have the issuer sign.",
        basis: .standards(["RFC 8725 §3.2", "RFC 7518 §3.6"])),
      CodeExplanation(
        code: "lint.alg-weak",
        title: "weak algorithm",
        meaning: "The header names an algorithm with SHA-1, MD5 or a shortened tag.",
        reason: "Such signatures can be forged, or guessed.",
        example: .header("{\"alg\": \"HS1\"}"),
        remedy: "Use HS256, ES256 or Ed25519.",
        basis: .standards(["RFC 8725 §3.2"])),
      CodeExplanation(
        code: "lint.alg-deprecated",
        title: "algorithm without its curve",
        meaning: "The header says EdDSA, a name that stands for two algorithms.",
        reason: "A reader has to look at the key to know which; the newer names say it.",
        example: .header("{\"alg\": \"EdDSA\"}"),
        remedy: "Write Ed25519 or Ed448 once all readers know the names.",
        basis: .standards(["RFC 9864 §2.2"])),
      CodeExplanation(
        code: "lint.signature-missing",
        title: "no signature",
        meaning: "The header names an algorithm, and the third part of the token is empty.",
        reason: "Somebody cut the signature off and hopes that nobody looks.",
        example: .words("eyJhbGciOiJIUzI1NiJ9.e30. with its final dot"),
        remedy: "Never accept it.",
        basis: .standards(["RFC 7515 §5.2"])),
      CodeExplanation(
        code: "lint.common-secret",
        title: "common secret",
        meaning: "The HMAC secret is one of those that tutorials and templates have.",
        reason: "Everybody tries them first, and whoever knows the secret makes tokens.",
        example: .words("a token signed with the word secret"),
        remedy: "Choose 32 random bytes and refuse every token that the old secret signed.",
        basis: .standards(["RFC 7518 §3.2", "RFC 8725 §3.5"])),
      CodeExplanation(
        code: "lint.key-url",
        title: "key by URL",
        meaning: "The header names a place to fetch the key from (jku, x5u).",
        reason: """
          Whoever makes a token can have it judged by a key of their own, and the verifier calls \
          where they want.
          """,
        example: .header("{\"alg\": \"ES256\", \"jku\": \"https://id.example/jwks\"}"),
        remedy: "Verify with keys that you have from elsewhere.",
        basis: .standards(["RFC 8725 §3.10", "RFC 7515 §4.1.2"])),
      CodeExplanation(
        code: "lint.embedded-key",
        title: "key in the header",
        meaning: "The header brings the key that the token is to be judged by (jwk, x5c).",
        reason: "Whoever makes a token can bring a key of their own.",
        example: .header("{\"alg\": \"ES256\", \"jwk\": {\"kty\": \"EC\"}}"),
        remedy: "Verify with keys that you have from elsewhere.",
        basis: .standards(["RFC 7515 §4.1.3", "RFC 8725 §3.10"])),
      CodeExplanation(
        code: "lint.embedded-private-key",
        title: "private key in the header",
        meaning: "The jwk in the header holds private members.",
        reason: "Whoever sees the token can sign with the key.",
        example: .header("{\"alg\": \"HS256\", \"jwk\": {\"kty\": \"oct\", \"k\": \"c2VjcmV0\"}}"),
        remedy: "Replace the key at once.",
        basis: .standards(["RFC 7515 §4.1.3"])),
      CodeExplanation(
        code: "lint.kid-missing",
        title: "no key ID",
        meaning: "The algorithm has public keys, and the header does not say which one signed.",
        reason: "While keys change, readers have to try all of them.",
        example: .header("{\"alg\": \"ES256\"}"),
        remedy: "Write kid.",
        basis: .standards(["RFC 7515 §4.1.4"])),
      CodeExplanation(
        code: "lint.kid-path",
        title: "kid like a path",
        meaning: "The kid looks like the path of a file.",
        reason: """
          A verifier that opens files by kid can be made to use a file that everybody knows, \
          such as an empty one.
          """,
        example: .header("{\"alg\": \"HS256\", \"kid\": \"../../../../dev/null\"}"),
        remedy: "Compare kid with the IDs of known keys and do nothing else with it.",
        basis: .standards(["RFC 8725 §3.10"])),
      CodeExplanation(
        code: "lint.kid-sql",
        title: "kid like SQL",
        meaning: "The kid looks like a part of an SQL statement.",
        reason: "A verifier that builds a query from kid can be made to use any key.",
        example: .header("{\"alg\": \"HS256\", \"kid\": \"x' UNION SELECT 'key\"}"),
        remedy: "Compare kid with the IDs of known keys and do nothing else with it.",
        basis: .standards(["RFC 8725 §3.10"])),
      CodeExplanation(
        code: "lint.kid-command",
        title: "kid like a command",
        meaning: "The kid has characters that a shell acts on.",
        reason: "A verifier that passes kid to a shell runs what it says.",
        example: .header("{\"alg\": \"HS256\", \"kid\": \"key.pem; id\"}"),
        remedy: "Compare kid with the IDs of known keys and do nothing else with it.",
        basis: .standards(["RFC 8725 §3.10"])),
      CodeExplanation(
        code: "lint.kid-url",
        title: "kid like a URL",
        meaning: "The kid is a URL.",
        reason: "A verifier that fetches it calls where the maker of the token wants.",
        example: .header("{\"alg\": \"HS256\", \"kid\": \"https://id.example/key\"}"),
        remedy: "Compare kid with the IDs of known keys and do nothing else with it.",
        basis: .standards(["RFC 8725 §3.10"])),
      CodeExplanation(
        code: "lint.typ-missing",
        title: "no kind of token",
        meaning: "The header has no typ.",
        reason: "Without it one kind of token can pass for another that the same key signs.",
        example: .header("{\"alg\": \"HS256\"}"),
        remedy: "Write the kind of the token, such as at+jwt.",
        basis: .standards(["RFC 8725 §3.11"])),
      CodeExplanation(
        code: "lint.typ-general",
        title: "too general a kind",
        meaning: "The header's typ is JWT, which every token is.",
        reason: "It does not tell an ID token from an access token.",
        example: .header("{\"alg\": \"HS256\", \"typ\": \"JWT\"}"),
        remedy: "Write the kind of the token, such as at+jwt.",
        basis: .standards(["RFC 8725 §3.11"])),
    ])
}
