public import JWTValidation

/// Everything that was looked at while checking a token, for reports. It says what was found, never
/// that a token may be trusted.
public struct TokenCheckRecord: Equatable, Sendable {
  /// What is known about the signature.
  public let signature: SignatureState
  /// The comparison with the request; empty if the token could not be read.
  public let requestRows: [MatchRow]
  /// The comparison with the identify call; empty if there is none or the token could not be read.
  public let identifyRows: [MatchRow]
  /// The times; `nil` if the token could not be read.
  public let window: TokenWindow?
  /// The claims that do not satisfy the policy; `nil` if there is none.
  public let policy: [ClaimFailure]?
  /// All findings, the heaviest first: an administrator nobody asked for, then errors, warnings and
  /// notes, each in the order of the checks.
  public let findings: [VeltFinding]

  /// The record of a token that could not be read.
  init(onlyFindings findings: [VeltFinding]) {
    signature = .notChecked
    requestRows = []
    identifyRows = []
    window = nil
    policy = nil
    self.findings = findings
  }

  init(
    signature: SignatureCheck, request: RequestMatch, identify: IdentifyMatch?,
    window: TokenWindow, policy: [ClaimFailure]?
  ) {
    self.signature =
      switch signature.result {
      case .valid: .valid
      case .invalid: .invalid
      case .notChecked: .notChecked
      }
    requestRows = request.rows
    identifyRows = identify?.rows ?? []
    self.window = window
    self.policy = policy
    findings = Self.ordered(
      signature.findings + request.findings + (identify?.findings ?? []) + window.findings
        + (policy ?? []).map { .validation(.claim($0)) })
  }

  /// Whether nothing but the time at which the token is looked at speaks against it.
  public var isTimeWindowOnly: Bool {
    let errors = findings.filter { $0.severity == .error }
    return !errors.isEmpty && errors.allSatisfy(\.isTimeWindow)
  }

  /// Whether the text is no readable token at all.
  public var isMalformed: Bool { window == nil }

  /// A claim that cannot be used is found by both comparisons and said once.
  private static func ordered(_ findings: [VeltFinding]) -> [VeltFinding] {
    var unique: [VeltFinding] = []
    for finding in findings where !unique.contains(finding) { unique.append(finding) }
    let heaviest = unique.filter(\.isHeaviest)
    let rest = unique.filter { !$0.isHeaviest }
    return [Finding.Severity.error, .warning, .note].reduce(heaviest) { sorted, severity in
      sorted + rest.filter { $0.severity == severity }
    }
  }
}

extension VeltFinding {
  fileprivate var isHeaviest: Bool {
    if case .request(.adminNotRequested) = self { true } else { false }
  }
}
