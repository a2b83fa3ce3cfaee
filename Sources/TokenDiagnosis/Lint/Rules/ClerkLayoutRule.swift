import JWTValidation

/// The organization as version 1 of Clerk's session tokens has it. Version 2 says `"v": 2` and puts
/// the organization into `o`; readers of the one find nothing in the other.
enum ClerkLayoutRule: LintRule {
  private static let old = ["org_slug", "org_permissions"]

  static let name = "clerk-layout"
  static let inputs: [LintInput] = [.claim("v")] + old.map { .claim($0) }

  static func check(_ subject: LintSubject) -> [LintFinding] {
    old.first { subject.claims[$0] != nil }.map { [.clerkVersion1(claim: $0)] } ?? []
  }
}
