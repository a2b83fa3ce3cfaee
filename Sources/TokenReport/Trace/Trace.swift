package import JWTValidation

/// What is known about a decision besides its outcome: the rules, the keys, and who asked for what.
package struct Trace: Sendable {
  /// The text that was looked at.
  let token: [UInt8]
  /// The rules for the claims; `nil` where none apply.
  let policy: ValidationPolicy?
  /// The number of keys that may have signed the token; `nil` where none may.
  let keyCount: Int?
  /// Who asked for a check, by its name in reports; `nil` where nobody did.
  let source: @Sendable (_ check: String) -> String?

  /// Notes what a decision rested on.
  package init(
    of token: [UInt8], policy: ValidationPolicy? = nil, keyCount: Int? = nil,
    source: @escaping @Sendable (_ check: String) -> String?
  ) {
    self.token = token
    self.policy = policy
    self.keyCount = keyCount
    self.source = source
  }
}

extension Report {
  /// The report with every check's inputs and who asked for it, and without any value of a claim:
  /// fit to be kept and handed on. What it says of a time is true at any later time, too.
  package func traced(by trace: Trace) -> Report {
    var report = self
    let inputs = TraceInputs(trace: trace, report: self)
    let checks = checks.isEmpty ? inputs.checksOfDecoding(findings) : checks
    report.checks = checks.map { check in
      var check = check
      check.inputs = inputs.words(for: check.name)
      check.source = trace.source(check.name)
      return check
    }
    report.isTrace = true
    return report
  }
}
