import JWTValidation
import Velt

/// What an expectation about a token fails with; its text is the report a developer needs.
///
/// The text holds codes and names of steps, and nothing of the token.
public struct ExpectationFailure: Error, Equatable, CustomStringConvertible, Sendable {
  /// What was expected and what was found, and then a line for each step.
  public let description: String

  init(_ sentence: String, _ checks: [Check]) {
    self.init(
      sentence,
      lines: checks.map { (name: $0.name.rawValue, outcome: Self.words(for: $0.outcome)) })
  }

  init(_ sentence: String, lines: [(name: String, outcome: String)]) {
    let width = lines.map(\.name.utf8.count).max() ?? 0
    description =
      ([sentence]
      + lines.map { line in
        let gap = String(repeating: " ", count: width - line.name.utf8.count + 2)
        return "  " + line.name + gap + line.outcome
      }).joined(separator: "\n")
  }

  private static func words(for outcome: Check.Outcome) -> String {
    switch outcome {
    case .passed: "passed"
    case .failed(let findings): "FAILED: " + findings.map(\.code).joined(separator: ", ")
    case .skipped(.notAsked): "not asked for"
    case .skipped(.waived(let reason)): "waived: " + reason
    case .skipped(.absent): "not there"
    case .skipped(.notReached): "not reached"
    }
  }
}
