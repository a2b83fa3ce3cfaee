extension CodeCatalog {
  /// The codes about keys.
  static let key = CodeFamily(
    title: "keys",
    introduction: """
      Key material is checked before it is used. Nothing of a key ever stands in a message.
      """,
    codes: [
      CodeExplanation(
        code: "key.empty",
        title: "no key",
        meaning: "The key has no bytes.",
        reason: "An empty HMAC secret would let everybody sign.",
        example: .key(""),
        remedy: "Check the file or variable that the key comes from.",
        basis: .standards(["RFC 7518 §3.2"])),
      CodeExplanation(
        code: "key.unrecognized",
        title: "form not recognised",
        meaning: """
          The bytes are neither PEM, DER, JWK nor JWK Set, and no HMAC algorithm is allowed that \
          would make them a secret.
          """,
        reason: "Taking any bytes for a key would hide that the wrong file was given.",
        example: .key("not a key at all"),
        remedy: "Give a public key or a key set; for a secret allow HS256, HS384 or HS512.",
        basis: .standards(["RFC 7468 §2", "RFC 7517 §4"])),
      CodeExplanation(
        code: "key.malformed",
        title: "key that is none",
        meaning: "The form is right, but the numbers or the ASN.1 structure are no key.",
        reason: "The key is damaged, or its label promises another kind.",
        example: .pem("-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----"),
        remedy: "Export the key again.",
        basis: .standards(["RFC 5280 §4.1", "RFC 5958 §2"])),
      CodeExplanation(
        code: "key.trailing-data",
        title: "bytes after the key",
        meaning: "The structure of the key ends before its bytes do.",
        reason: "Something was appended, and two readers may disagree about what the key is.",
        example: .words("a key in DER with one more byte behind it"),
        remedy: "Keep one key and nothing else.",
        basis: .ownRule("a rule of this library: a key is the whole text")),
      CodeExplanation(
        code: "key.unsupported-type",
        title: "kind of key that signs no token",
        meaning: "The key is of a kind that no JWS algorithm uses, such as DSA or X25519.",
        reason: "It may be a good key for something else.",
        example: .words("an X25519 key in PEM"),
        remedy: "Use an RSA, EC, Ed25519 or Ed448 key.",
        basis: .standards(["RFC 7518 §3.1", "RFC 8037 §3.1"])),
      CodeExplanation(
        code: "key.unsupported-curve",
        title: "curve that no algorithm uses",
        meaning: """
          The key lies on another curve than P-256, P-384, P-521 or secp256k1, or the curve is \
          given by its parameters instead of its name.
          """,
        reason: """
          Parameters that are written out can smuggle in a curve on which signatures can be forged \
          (CVE-2020-0601).
          """,
        example: .words("an EC key on brainpoolP256r1"),
        remedy: "Make a key on a named curve.",
        basis: .standards(["RFC 5480 §2.1.1", "RFC 7518 §3.4"])),
      CodeExplanation(
        code: "key.not-on-curve",
        title: "point off the curve",
        meaning: "The coordinates of the key belong to no point of its curve.",
        reason: """
          Computing with such a point can give away private keys. It is damage, or an attack.
          """,
        example: .key(
          """
          {"kty": "EC", "crv": "P-256", "x": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "y": \
          "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE"}
          """),
        remedy: "Do not use the key. Get it from its owner again.",
        basis: .standards(["RFC 8725 §3.4"])),
      CodeExplanation(
        code: "key.encrypted",
        title: "encrypted private key",
        meaning: "The private key is protected by a pass phrase, which is not asked for here.",
        reason: "A program that runs by itself has nobody to ask.",
        example: .pem(
          "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----"),
        remedy: """
          Decrypt it first, for example with openssl pkey; for verifying take the public key.
          """,
        basis: .standards(["RFC 7468 §11", "RFC 1421 §4.6"])),
      CodeExplanation(
        code: "key.inconsistent",
        title: "halves that do not belong together",
        meaning: "The private part of the key does not belong to its public part.",
        reason: """
          Tokens signed with it would fail everywhere, and faulty RSA numbers give the key away.
          """,
        example: .words("a JWK whose d was taken from another key"),
        remedy: "Export the pair again.",
        basis: .standards(["RFC 7518 §6.2.2", "RFC 8017 §3.2"])),
      CodeExplanation(
        code: "key.bad-exponent",
        title: "unusable RSA exponent",
        meaning: "The public exponent of an RSA key is even, 1, or longer than 64 bits.",
        reason: """
          With 1 every text is its own signature; very long ones only serve to make verifying \
          slow.
          """,
        example: .words("an RSA JWK whose e is \"AQ\""),
        remedy: "Make a new key; its exponent should be 65537.",
        basis: .standards(["RFC 8017 §3.1"])),
      CodeExplanation(
        code: "key.rsa-too-small",
        title: "RSA key too small",
        meaning: "The modulus of an RSA key has fewer than 2048 bits.",
        reason: "Small keys can be factored, and then everybody can sign.",
        example: .words("an RSA key of 1024 bits"),
        remedy: "Make a key of at least 2048 bits.",
        basis: .standards(["RFC 7518 §3.3", "RFC 7518 §3.5"])),
      CodeExplanation(
        code: "key.rsa-too-large",
        title: "RSA key too large",
        meaning: """
          The modulus of an RSA key is so long that every verification would take noticeable time.
          """,
        reason: "A key set that a stranger can influence could stop a service with it.",
        example: .words("an RSA key of 65536 bits"),
        remedy: "Use a key of 2048 to 4096 bits.",
        basis: .ownRule("the limit is a decision of this library and of libcrypto")),
      CodeExplanation(
        code: "key.hmac-too-short",
        title: "secret too short",
        meaning: """
          The secret has fewer bytes than the hash of its algorithm: 32 for HS256, 48 for HS384, \
          64 for HS512.
          """,
        reason: """
          From one token a short secret can be guessed on an ordinary computer, and then everybody \
          can sign.
          """,
        example: .key("{\"kty\": \"oct\", \"alg\": \"HS256\", \"k\": \"c2hvcnQ\"}"),
        remedy: """
          Make a random secret, for example with openssl rand -base64 64. A weaker one can be \
          allowed by name.
          """,
        basis: .standards(["RFC 7518 §3.2", "RFC 8725 §3.5"])),
      CodeExplanation(
        code: "key.pem-as-secret",
        title: "PEM as a secret",
        meaning: "A PEM text is given as the secret of an HMAC algorithm.",
        reason: """
          If it is a public key, everybody knows the secret. This is how tokens are forged when \
          the algorithm is taken from the token.
          """,
        example: .secret("-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----"),
        remedy: "Allow the algorithm of the key instead, such as RS256 or ES256.",
        basis: .standards(["RFC 8725 §2.1", "RFC 8725 §3.1"])),
      CodeExplanation(
        code: "key.jwk-as-secret",
        title: "JWK as a secret",
        meaning: "The text of a JWK is given as the secret itself.",
        reason: """
          The secret would be the JSON text, braces included, and no issuer signs with that.
          """,
        example: .words("{\"kty\": \"oct\", \"k\": \"…\"} given as the bytes of a secret"),
        remedy: "Give it as a JWK, so that the bytes in k are used, or give those bytes.",
        basis: .standards(["RFC 7518 §6.4.1", "RFC 8725 §2.1"])),
      CodeExplanation(
        code: "key.der-as-secret",
        title: "DER as a secret",
        meaning: "A public or private key in DER is given as the secret of an HMAC algorithm.",
        reason: "If it is a public key, everybody knows the secret.",
        example: .words("a SubjectPublicKeyInfo in DER, with HS256"),
        remedy: "Allow the algorithm of the key instead.",
        basis: .standards(["RFC 8725 §2.1", "RFC 8725 §3.1"])),
      CodeExplanation(
        code: "key.algorithm-mismatch",
        title: "key of another type",
        meaning: "The key is of a type or curve that the algorithm cannot use.",
        reason: "A key is for one algorithm; there is nothing to convert.",
        example: .words("an RSA key with ES256"),
        remedy: "Allow the algorithm of the key, or give the key of the algorithm.",
        basis: .standards(["RFC 7518 §3.1", "RFC 8725 §3.1"])),
      CodeExplanation(
        code: "key.private-key-needed",
        title: "private key needed",
        meaning: "Signing needs a private key, and a public one was given.",
        reason: "Only the holder of the private key can sign; that is the point of it.",
        example: .words("a PUBLIC KEY in PEM, given for signing"),
        remedy: "Give the private key.",
        basis: .standards(["RFC 7515 §5.1"])),
      CodeExplanation(
        code: "key.unavailable",
        title: "not offered by libcrypto",
        meaning: """
          The libcrypto of this machine does not offer what the key needs, for example because \
          FIPS mode is on.
          """,
        reason: "The key may be good, but nothing here can compute with it.",
        example: .words("an Ed448 key on a machine in FIPS mode"),
        remedy: "Use another algorithm, or a libcrypto that offers this one.",
        basis: .ownRule("it depends on the machine, not on a standard")),
    ])
}
