import JWTValidation

/// An organization's name without its ID: names change hands, IDs do not.
enum OrganizationRule: LintRule {
  static let name = "organization"
  static let inputs: [LintInput] = [.claim("org_name"), .claim("org_id")]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    subject.claims["org_name"] != nil && subject.claims["org_id"] == nil
      ? [.organizationByName] : []
  }
}
