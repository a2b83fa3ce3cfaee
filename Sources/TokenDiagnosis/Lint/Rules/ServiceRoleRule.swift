import JWTValidation

/// Supabase's `service_role` key, which passes every row-level rule and belongs on servers only.
enum ServiceRoleRule: LintRule {
  static func check(_ subject: LintSubject) -> [LintFinding] {
    subject.claims["role"]?.isString("service_role") == true ? [.serviceRole] : []
  }
}
