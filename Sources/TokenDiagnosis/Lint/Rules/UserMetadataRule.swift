import JWTValidation

/// Rights in `user_metadata`, which Supabase lets the user write.
enum UserMetadataRule: LintRule {
  static let name = "user-metadata"
  static let inputs: [LintInput] = [.claim("user_metadata")]

  private static let names = FoldedName.set(
    "role", "roles", "admin", "isadmin", "permissions", "groups", "scope", "plan", "tier")

  static func check(_ subject: LintSubject) -> [LintFinding] {
    guard let metadata = subject.claims["user_metadata"]?.object else { return [] }
    return metadata.filter { names.contains(FoldedName.fold($0.nameBytes)) }.map {
      .userWritableRights(JSONPointer(members: ["user_metadata", $0.name]))
    }
  }
}
