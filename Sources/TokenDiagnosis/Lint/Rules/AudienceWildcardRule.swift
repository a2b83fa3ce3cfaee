import JWTValidation

/// An audience that every service would find itself in.
enum AudienceWildcardRule: LintRule {
  static let name = "audience"
  static let inputs: [LintInput] = [.claim("aud")]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    guard let audience = subject.claims["aud"] else { return [] }
    let values = audience.array ?? [audience]
    return values.contains { value in ["*", "any", "all", ""].contains { value.isString($0) } }
      ? [.audienceIsWildcard] : []
  }
}
