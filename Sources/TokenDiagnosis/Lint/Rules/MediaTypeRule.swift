import JWTValidation

/// A `typ` that does not tell one kind of token from another (RFC 8725 §3.11).
enum MediaTypeRule: LintRule {
  static let name = "typ"
  static let inputs: [LintInput] = [.header("typ")]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    guard let type = subject.header.parameters["typ"]?.stringBytes else { return [.typeMissing] }
    let name = FoldedName.fold(type)
    return FoldedName.set("jwt", "application/jwt", "jose", "").contains(name)
      ? [.typeTooGeneral] : []
  }
}
