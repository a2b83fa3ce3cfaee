import JWTIssuing
import JWTValidation
import PolicyFile

extension Attack {
  /// The token is good at another time, or for too long; the signature is good.
  static func times(_ mint: TrialMint) throws(SigningError) -> [Attack] {
    let now = mint.now.seconds
    let leeway = mint.policy.leeway.components.seconds
    func token(_ changes: (String, Int64)...) throws(SigningError) -> String {
      var claims = mint.claims
      for (name, value) in changes { claims = claims.setting(name, .integer(value)) }
      return try mint.token(claims: claims)
    }
    let life = min(GoodClaims.usualLifetime, limit(mint) ?? .max)
    var attacks = [
      Attack(
        "expired by more than the leeway",
        [try token(("iat", now - leeway - life), ("exp", now - leeway))]),
      Attack(
        "expired an hour ago", [try token(("iat", now - 3600 - life), ("exp", now - 3600))],
        waivedBy: .leeway),
      Attack(
        "expired ten minutes ago", [try token(("iat", now - 600 - life), ("exp", now - 600))],
        waivedBy: .leeway),
      Attack(
        "good only in ten minutes (nbf)", [try token(("nbf", now + 600))], waivedBy: .leeway),
      Attack(
        "made in ten minutes (iat)", [try token(("iat", now + 600), ("exp", now + 600 + life))],
        waivedBy: .leeway),
      Attack(
        "without exp", [try mint.token(claims: mint.claims.removing("exp"))],
        waivedBy: .expiration),
      Attack(
        "exp in milliseconds", [try token(("exp", (now + life) * 1000))]),
      Attack("exp that is no number", try notNumbers(mint)),
      Attack(
        "a life of ten years", [try token(("exp", now + 315_360_000))], waivedBy: .lifetime),
    ]
    if let limit = limit(mint) {
      attacks.append(
        Attack("a second longer than the longest life", [try token(("exp", now + limit + 1))]))
      attacks.append(
        Attack(
          "a life that cannot be told, without iat",
          [try mint.token(claims: mint.claims.removing("iat"))]))
    }
    if let age = mint.policy.maximumAge?.components.seconds {
      let issued = now - age - leeway - 1
      attacks.append(
        Attack("older than the greatest age", [try token(("iat", issued), ("exp", now + 1))]))
    }
    return attacks
  }

  private static func limit(_ mint: TrialMint) -> Int64? {
    guard case .atMost(let limit) = mint.policy.lifetime else { return nil }
    return limit.components.seconds
  }

  private static func notNumbers(_ mint: TrialMint) throws(SigningError) -> [String] {
    let values: [JSONTree] = [
      .string(String(mint.now.seconds + 600)), true, .null, [.integer(mint.now.seconds + 600)], [:],
    ]
    var tokens: [String] = []
    for value in values {
      tokens.append(try mint.token(claims: mint.claims.setting("exp", value)))
    }
    return tokens
  }
}
