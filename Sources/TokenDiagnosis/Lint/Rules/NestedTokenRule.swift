import JWTValidation

/// Tokens inside a token: whoever reads this one can use them.
enum NestedTokenRule: LintRule {
  static let name = "nested-tokens"
  static let inputs: [LintInput] = [.everyValue]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    subject.leaves.filter { leaf in
      guard let text = leaf.value.stringBytes, text.starts(with: "eyJ".utf8),
        let parts = TokenParts(text)
      else { return false }
      return parts.readHeader != nil
    }.map { .nestedToken($0.pointer) }
  }
}
