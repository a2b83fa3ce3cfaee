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
    ValidationPolicy(
      algorithms: algorithms, issuer: .exactly(issuer), audience: .containing(audience),
      type: .exactly("at+jwt"), requiredClaims: ["sub", "client_id", "iat", "jti"], leeway: leeway)
  }
}
