extension ValidationPolicy {
  /// An OAuth 2.0 access token as a resource server takes it (RFC 9068 §4): `typ` is `at+jwt`, and
  /// every claim that §2.2 requires is there.
  ///
  /// - Parameters:
  ///   - issuer: the authorization server, byte for byte.
  ///   - audience: the resource server's own identifier.
  ///   - algorithms: those that are accepted.
  ///   - leeway: how far clocks may differ.
  public static func accessToken(
    issuer: String, audience: String, algorithms: [SignatureAlgorithm], leeway: Duration = .zero
  ) -> ValidationPolicy {
    var policy = ValidationPolicy(
      algorithms: algorithms, issuer: .exactly(issuer), audience: .containing(audience),
      leeway: leeway)
    policy.addAccessTokenRules()
    return policy
  }

  /// Asks for what makes a token an access token of RFC 9068, besides issuer and audience.
  package mutating func addAccessTokenRules() {
    type = .exactly("at+jwt")
    expiration = .required
    require(["sub", "client_id", "iat", "jti"])
  }

  /// Asks for claims, each once.
  mutating func require(_ claims: [String]) {
    let known = Set(requiredClaims.map { Array($0.utf8) })
    requiredClaims += claims.filter { !known.contains(Array($0.utf8)) }
  }
}
