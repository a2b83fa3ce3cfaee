import JWTValidation

/// An ID token (OpenID Connect Core §2): for the client that asked, never for an API.
enum IDTokenRule: LintRule {
  static func check(_ subject: LintSubject) -> [LintFinding] {
    ["nonce", "at_hash", "c_hash"].first { subject.claims[$0] != nil }
      .map { [.idToken(claim: $0)] } ?? []
  }
}
