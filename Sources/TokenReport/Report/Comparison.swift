package import Velt

/// A token beside what it is compared with: one row a claim.
package struct Comparison: Equatable, Sendable {
  /// What the token is compared with.
  package enum Subject: String, Equatable, Sendable {
    case request, identify
  }

  /// What the token is compared with.
  package let subject: Subject
  /// The rows, in the order of `VeltClaim`.
  package let rows: [MatchRow]
}

extension MatchOutcome {
  /// Whether the row speaks for the token.
  package var isGood: Bool {
    switch self {
    case .equal, .absent, .isFalse: true
    case .unrequested, .differs, .unusable, .notAllowed: false
    }
  }

  /// The outcome as programs read it.
  package var word: String {
    switch self {
    case .equal: "equal"
    case .absent: "absent"
    case .isFalse: "false"
    case .unrequested: "not-requested"
    case .differs(.missing): "missing"
    case .differs(.notGiven): "not-given"
    case .differs(.letterCase): "letter-case"
    case .differs(.different): "different"
    case .unusable: "unusable"
    case .notAllowed: "not-allowed"
    }
  }
}
