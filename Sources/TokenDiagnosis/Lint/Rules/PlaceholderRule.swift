import JWTValidation
import Velt

/// Values that a missing one turns into when it is made a string.
enum PlaceholderRule: LintRule {
  static let name = "placeholders"
  static let inputs: [LintInput] = [.everyValue]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    let texts = TokenMistake.Placeholder.allCases.map(\.rawValue) + ["None", "nil", "NaN"]
    return subject.leaves.filter { leaf in texts.contains { leaf.value.isString($0) } }
      .map { .placeholder($0.pointer) }
  }
}
