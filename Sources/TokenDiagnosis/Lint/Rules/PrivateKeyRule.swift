import JWTValidation

/// Private keys in claims, as PEM or as a JWK.
enum PrivateKeyRule: LintRule {
  static let name = "private-keys"
  static let inputs: [LintInput] = [.everyValue]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    subject.leaves.filter { leaf in
      if let text = leaf.value.string {
        return text.contains("PRIVATE KEY-----")
      }
      guard let object = leaf.value.object, object["kty"] != nil else { return false }
      return ["d", "k", "p", "priv"].contains { object[$0] != nil }
    }.map { .privateKey($0.pointer) }
  }
}
