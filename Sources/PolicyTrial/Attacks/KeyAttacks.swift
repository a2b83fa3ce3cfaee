import JWTIssuing
import JWTValidation

extension Attack {
  /// Somebody else signs, and says that the key is right (RFC 7515 §4.1.2-4.1.8, RFC 8725 §3.10).
  static func keys(
    _ mint: TrialMint, _ others: [TrialIssuer]
  ) throws(SigningError) -> [Attack] {
    let foreign = try SigningKey.generate(for: mint.algorithm, keyID: mint.key.keyID)
    func forged(_ header: JSONTree) throws(SigningError) -> String {
      try TrialMint.token(header, mint.claims.encoded(), foreign, mint.algorithm)
    }
    var attacks = [
      Attack("somebody else's key under the right kid", [try forged(mint.header)]),
      Attack("somebody else's key without a kid", [try forged(mint.header.removing("kid"))]),
      Attack(
        "a key that the token links to (jku, x5u)",
        try ["jku", "x5u"].map { name throws(SigningError) in
          try forged(mint.header.setting(name, "https://keys.attacker.test/jwks"))
        }),
    ]
    if let jwk = try foreign.publicJWK(for: mint.algorithm) {
      attacks.append(
        Attack(
          "a key that the token brings along (jwk)",
          [try forged(mint.header.setting("jwk", jwk))]))
    }
    for (name, kid) in kids {
      let header = mint.header.setting("kid", kid)
      attacks.append(
        Attack("a kid that is \(name)", [try forged(header), try mint.token(header: header)]))
    }
    return attacks + (try ofOthers(mint, others))
  }

  private static let kids: [(String, JSONTree)] = [
    ("unknown", "no-such-key"), ("a path", "../../../../dev/null"),
    ("SQL", "x' UNION SELECT 'secret' --"), ("a URL", "https://keys.attacker.test/key"),
    ("a command", "key.pem|id"), ("empty", ""), ("a number", 1), ("null", .null),
  ]

  /// Each other issuer of the file says that it is this one.
  private static func ofOthers(
    _ mint: TrialMint, _ others: [TrialIssuer]
  ) throws(SigningError) -> [Attack] {
    var tokens: [String] = []
    for other in others {
      for (algorithm, key) in other.keys {
        for kid in [mint.key.keyID, key.keyID] {
          let header = mint.header.setting("alg", .string(algorithm.name))
            .setting("kid", .string(kid ?? ""))
          tokens.append(try TrialMint.token(header, mint.claims.encoded(), key, algorithm))
        }
      }
    }
    return [Attack("the key of another issuer of the file", tokens)]
  }
}
