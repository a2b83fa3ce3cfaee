import JWTValidation

/// Supabase's `service_role` key, which passes every row-level rule and belongs on servers
/// only, wherever in the claims the role stands.
enum ServiceRoleRule: LintRule {
  static let name = "service-role"
  static let inputs: [LintInput] = [.everyValue]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    subject.leaves.filter { leaf in
      ["role", "roles"].contains { leaf.name.elementsEqual($0.utf8) }
        && leaf.value.isString("service_role")
    }.map { .serviceRole($0.pointer) }
  }
}
