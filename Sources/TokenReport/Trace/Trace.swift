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
  /// The checks that were reached, as lines.
  package func lines(ofChecks style: Style) -> [String] {
    CheckText(style: style).linesOfReached(checks)
  }

  /// All checks as JSON.
  package var checksTree: JSONTree { .array(checks.map(JSONReport.check)) }

  /// The report with every check's inputs and who asked for it, and without any value of a claim:
  /// fit to be kept and handed on. What it says of a time is true at any later time, too.
  package func traced(by trace: Trace) -> Report {
    var report = self
    let inputs = TraceInputs(trace: trace, report: self)
    let checks = checks.isEmpty ? Self.checksOfDecoding(trace.token) : checks
    report.checks = checks.map { check in
      var check = check
      check.inputs = inputs.words(for: check.name)
      check.source = trace.source(check.name)
      return check
    }
    report.isTrace = true
    return report
  }

  /// The report on what is evidently no token, as a trace: nobody looked any further.
  package func tracedAsMistake() -> Report {
    var report = self
    var structure = CheckLine("structure", codes: codes)
    structure.source = "always made"
    report.checks = [structure]
    report.isTrace = true
    return report
  }

  /// The steps of looking at a token without verifying it.
  private static func checksOfDecoding(_ token: [UInt8]) -> [CheckLine] {
    TraceWords(token).checksOfReading
      + ["signature", "claims"].map {
        CheckLine($0, .skipped, reason: "decode verifies nothing")
      }
  }
}
