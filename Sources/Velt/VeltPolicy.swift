public import JWTValidation

extension ValidationPolicy {
  /// A token of the service as a backend takes it with a request, when it has a key for it.
  ///
  /// The service documents neither `iss` nor `aud`, and its published sample has no `exp`. So the time
  /// from `iat` bounds the token, by the 48 hours that the service documents; `exp`, where it is
  /// there, counts too. What the token must say about organization and user is for rules. A refusal has one of
  /// the nine codes: `VerifyTokenCode(failure)`.
  ///
  /// ```swift
  /// let policy = ValidationPolicy.velt(
  ///   algorithms: [.hs256],
  ///   rules: [ClaimRule(JSONPointer(members: ["organizationId"]), .equals("org-1"))])
  /// ```
  ///
  /// - Parameters:
  ///   - algorithms: those of the key; the service's documents disagree, so there is no default.
  ///   - rules: what the claims must say.
  ///   - leeway: how far clocks may differ.
  public static func velt(
    algorithms: [SignatureAlgorithm], rules: [ClaimRule] = [],
    leeway: Duration = TokenWindow.defaultLeeway
  ) -> ValidationPolicy {
    var policy = ValidationPolicy(
      algorithms: algorithms, issuer: .ignored("the service documents no issuer"),
      audience: .ignored("the service documents no audience"),
      expiration: endsByWindow, claimRules: rules, leeway: leeway)
    policy.addVeltRules()
    return policy
  }

  /// Asks for the 48 hours from `iat`.
  package mutating func addVeltRules() {
    let window = Duration.seconds(TokenWindow.length)
    maximumAge = maximumAge.map { min($0, window) } ?? window
  }

  /// What becomes of `exp` where nobody asks for it.
  package static var endsByWindow: Expiration {
    .notRequired("the token ends 48 hours after iat")
  }
}
