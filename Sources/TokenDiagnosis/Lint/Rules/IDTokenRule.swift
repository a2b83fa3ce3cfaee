import JWTValidation

/// An ID token (OpenID Connect Core §2): for the client that asked, never for an API.
enum IDTokenRule: LintRule {
  static let name = "id-token"
  static let inputs: [LintInput] = [.claim("nonce"), .claim("at_hash"), .claim("c_hash")]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    ["nonce", "at_hash", "c_hash"].first { subject.claims[$0] != nil }
      .map { [.idToken(claim: $0)] } ?? []
  }
}
