import JWTValidation

/// An address that the issuer itself does not vouch for.
enum EmailVerificationRule: LintRule {
  static let name = "email-verification"
  static let inputs: [LintInput] = [.claim("email"), .claim("email_verified")]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    subject.claims["email"] != nil && subject.claims["email_verified"]?.boolean == false
      ? [.emailNotVerified] : []
  }
}
