public import JWTValidation

/// Which findings fail a run: a threshold, and codes that are let through by name.
public struct LintPolicy: Equatable, Sendable {
  /// The least weight that fails.
  public var denied: Finding.Severity
  /// Codes that never fail and are not shown: somebody has looked at them.
  public var allowed: Set<String>

  /// Fails on findings of that weight and above, but never on the codes allowed.
  public init(denying denied: Finding.Severity = .error, allowing allowed: Set<String> = []) {
    self.denied = denied
    self.allowed = allowed
  }

  /// The findings that are not let through by name.
  public func remaining(_ findings: [LintFinding]) -> [LintFinding] {
    findings.filter { !allowed.contains($0.code) }
  }

  /// Whether the findings fail a run.
  public func fails(_ findings: [LintFinding]) -> Bool {
    remaining(findings).contains { $0.severity >= denied }
  }
}
