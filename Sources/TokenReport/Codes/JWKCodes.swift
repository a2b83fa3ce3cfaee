extension CodeCatalog {
  /// The codes about JWKs.
  static let jwk = CodeFamily(
    title: "JWKs",
    introduction: """
      A JWK is a key as a JSON object. In a set, a key that cannot be used is passed over and \
      listed; a single key is refused.
      """,
    codes: [
      CodeExplanation(
        code: "jwk.not-a-key",
        title: "neither key nor set",
        meaning: "The JSON is an object with neither kty nor keys, or no object at all.",
        reason: """
          A configuration document that only points at the keys is often taken for the set itself.
          """,
        example: .key("{\"jwks_uri\": \"https://id.example/keys\"}"),
        remedy: "Give the set that jwks_uri points at, or a single JWK.",
        basis: .standards(["RFC 7517 §4", "RFC 7517 §5"])),
      CodeExplanation(
        code: "jwk.missing-member",
        title: "member missing",
        meaning: """
          The key lacks a member that its type needs, such as n and e for RSA or x and y for EC.
          """,
        reason: "There is nothing to verify with.",
        example: .key("{\"kty\": \"RSA\", \"e\": \"AQAB\"}"),
        remedy: "Export the key again.",
        basis: .standards(["RFC 7518 §6", "RFC 8037 §2", "RFC 7517 §4.1"])),
      CodeExplanation(
        code: "jwk.wrong-type",
        title: "member of the wrong type",
        meaning: """
          A member of the key has another JSON type than the standard gives it; numbers of keys \
          are strings in base64url.
          """,
        reason: "A large number in JSON loses digits in most readers.",
        example: .key("{\"kty\": \"RSA\", \"n\": 12345, \"e\": \"AQAB\"}"),
        remedy: "Write the member with its type.",
        basis: .standards(["RFC 7517 §4", "RFC 7518 §6"])),
      CodeExplanation(
        code: "jwk.encoding",
        title: "member that is not base64url",
        meaning: "A member that holds bytes is not base64url without padding.",
        reason: """
          Keys converted by hand are often in base64 or hexadecimal; decoded leniently they would \
          be other keys.
          """,
        example: .key("{\"kty\": \"oct\", \"k\": \"c2VjcmV0+w==\"}"),
        remedy: "Convert the bytes with base64url without padding.",
        basis: .standards(["RFC 7518 §2", "RFC 7515 §2"])),
      CodeExplanation(
        code: "jwk.wrong-length",
        title: "member of the wrong length",
        meaning: """
          A coordinate or private number does not have the width of its curve, or an RSA number is \
          empty or starts with a zero byte.
          """,
        reason: """
          A second spelling of one key makes thumbprints differ, and short coordinates come from \
          encoders that drop leading zeros.
          """,
        example: .key("{\"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"AQ\", \"y\": \"AQ\"}"),
        remedy: """
          Fill coordinates with zeros on the left to the width of the curve; write RSA numbers in \
          the fewest bytes.
          """,
        basis: .standards(["RFC 7518 §6.2.1.2", "RFC 7518 §2", "RFC 8037 §2"])),
      CodeExplanation(
        code: "jwk.unknown-kty",
        title: "unknown key type",
        meaning: "The key's kty is none of oct, RSA, EC and OKP; case matters.",
        reason: "The key may be of a newer kind. The other keys of the set are used all the same.",
        example: .key("{\"kty\": \"AKP\"}"),
        remedy: """
          Nothing has to be done if other keys serve; else ask the issuer for a key of a known \
          type.
          """,
        basis: .standards(["RFC 7518 §6.1", "RFC 7517 §5"])),
      CodeExplanation(
        code: "jwk.unknown-crv",
        title: "unknown curve",
        meaning: "The key's crv is none of P-256, P-384, P-521, secp256k1, Ed25519 and Ed448.",
        reason: """
          X25519 and X448 are for key agreement and sign nothing; other curves have no algorithm \
          here.
          """,
        example: .key("{\"kty\": \"OKP\", \"crv\": \"X25519\", \"x\": \"AA\"}"),
        remedy: "Use a key on a curve for signatures.",
        basis: .standards(["RFC 7518 §6.2.1.1", "RFC 8037 §2", "RFC 8812 §3.1"])),
      CodeExplanation(
        code: "jwk.unknown-alg",
        title: "key for another algorithm",
        meaning: """
          The key's alg is an algorithm that verifies no signature here, such as one for \
          encryption.
          """,
        reason: "A key is for one algorithm only; using it for another is how keys leak.",
        example: .key("{\"kty\": \"oct\", \"k\": \"AA\", \"alg\": \"A128KW\"}"),
        remedy: "Use the key of the set that is for signatures.",
        basis: .standards(["RFC 7517 §4.4", "RFC 7518 §3.1"])),
      CodeExplanation(
        code: "jwk.inconsistent",
        title: "members that contradict each other",
        meaning: """
          The key's crv or alg does not go with its type or curve, such as ES384 with P-256.
          """,
        reason: "One of the two is about another key, and guessing which one is not safe.",
        example: .key("{\"kty\": \"oct\", \"k\": \"AA\", \"alg\": \"RS256\"}"),
        remedy: "Correct the member, or leave it out.",
        basis: .standards(["RFC 7518 §6.1", "RFC 7517 §4.4", "RFC 8725 §3.1"])),
      CodeExplanation(
        code: "jwk.wrong-use",
        title: "key not meant for signatures",
        meaning: "The key's use is there and is not sig.",
        reason: "A key that also decrypts must not verify: each use weakens the other.",
        example: .key("{\"kty\": \"oct\", \"k\": \"AA\", \"use\": \"enc\"}"),
        remedy: "Use the key whose use is sig.",
        basis: .standards(["RFC 7517 §4.2"])),
      CodeExplanation(
        code: "jwk.wrong-key-ops",
        title: "operation not allowed",
        meaning: """
          The key's key_ops is there and does not have what is needed: verify for verifying, sign \
          for signing.
          """,
        reason: "The owner of the key says that it is for something else.",
        example: .key("{\"kty\": \"oct\", \"k\": \"AA\", \"key_ops\": [\"encrypt\"]}"),
        remedy: "Use a key whose key_ops allows it.",
        basis: .standards(["RFC 7517 §4.3"])),
      CodeExplanation(
        code: "jwk.duplicate-key-op",
        title: "operation named twice",
        meaning: "The key's key_ops names an operation twice, which the standard forbids.",
        reason: """
          It shows a key that was put together by hand; what else is wrong with it is not known.
          """,
        example: .key("{\"kty\": \"oct\", \"k\": \"AA\", \"key_ops\": [\"sign\", \"sign\"]}"),
        remedy: "Name each operation once.",
        basis: .standards(["RFC 7517 §4.3"])),
      CodeExplanation(
        code: "jwk.private-part-unusable",
        title: "private part incomplete",
        meaning: """
          The private part of an RSA key lacks one of its numbers, or the key has more than two \
          primes.
          """,
        reason: """
          Signing needs all of p, q, dp, dq and qi; with more than two primes other formulas would \
          be needed.
          """,
        example: .key("{\"kty\": \"RSA\", \"n\": \"uw\", \"e\": \"AQAB\", \"d\": \"Aw\"}"),
        remedy: "Export the whole private key with two primes, or the public key alone.",
        basis: .standards(["RFC 7518 §6.3.2"])),
    ])
}
