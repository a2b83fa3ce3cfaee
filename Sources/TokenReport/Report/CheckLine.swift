import JWTValidation

/// One check and how it came out, in the words of a report.
package struct CheckLine: Equatable, Sendable {
  /// How it came out.
  package enum Outcome: String, Equatable, Sendable {
    case passed, failed, skipped
  }

  /// What was checked.
  package let name: String
  /// How it came out.
  package let outcome: Outcome
  /// The codes of what was found; empty unless it failed.
  package let codes: [String]
  /// Why it was skipped.
  package let reason: String?
  /// What was looked at, without values; `nil` unless it is asked for.
  package internal(set) var inputs: String?
  /// Who asked for the check; `nil` unless it is known.
  package internal(set) var source: String?

  init(_ name: String, _ outcome: Outcome, codes: [String] = [], reason: String? = nil) {
    self.name = name
    self.outcome = outcome
    self.codes = codes
    self.reason = reason
  }

  init(_ check: Check) {
    let name = check.name.rawValue
    switch check.outcome {
    case .passed: self.init(name, .passed)
    case .failed(let findings): self.init(name, .failed, codes: findings.map(\.code))
    case .skipped(let reason): self.init(name, .skipped, reason: reason.words)
    }
  }

  /// A check that failed if it has codes and passed if it has none.
  init(_ name: String, codes: [String]) {
    self.init(name, codes.isEmpty ? .passed : .failed, codes: codes)
  }
}

extension Check.SkipReason {
  fileprivate var words: String {
    switch self {
    case .notAsked: "not asked for"
    case .waived(let reason): reason
    case .absent: "the token does not have it"
    case .notReached: "not reached"
    }
  }
}
