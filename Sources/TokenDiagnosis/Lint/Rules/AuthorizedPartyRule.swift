import JWTValidation

/// A token that only `azp` binds to somebody, as Clerk's session tokens are: readers that look for
/// `aud` compare nothing, and a page on a sister domain can send the cookie with it.
enum AuthorizedPartyRule: LintRule {
  static let name = "authorized-party"
  static let inputs: [LintInput] = [.claim("azp"), .claim("aud")]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    subject.claims["azp"] != nil && subject.claims["aud"] == nil ? [.authorizedPartyAlone] : []
  }
}
