/// Where rules leave their outcomes. Verifying keeps failures only, a report keeps everything; both
/// run the same rules.
protocol CheckSink {
  mutating func pass(_ name: Check.Name)
  mutating func skip(_ name: Check.Name, _ reason: Check.SkipReason)
  mutating func fail(_ name: Check.Name, _ failure: ClaimFailure)
}

/// Keeps failures only, each once: several rules may want the same claim.
struct FailureSink: CheckSink {
  var failures: [ClaimFailure] = []

  @inline(__always) mutating func pass(_ name: Check.Name) {}
  @inline(__always) mutating func skip(_ name: Check.Name, _ reason: Check.SkipReason) {}
  mutating func fail(_ name: Check.Name, _ failure: ClaimFailure) {
    if !failures.contains(failure) { failures.append(failure) }
  }
}

/// Keeps every outcome, in order.
struct TraceSink: CheckSink {
  var checks: [Check] = []

  mutating func pass(_ name: Check.Name) { checks.append(Check(name, .passed)) }
  mutating func skip(_ name: Check.Name, _ reason: Check.SkipReason) {
    checks.append(Check(name, .skipped(reason)))
  }
  /// A rule may fail for several claims; a report still has one line for it.
  mutating func fail(_ name: Check.Name, _ failure: ClaimFailure) {
    var findings: [Finding] = []
    if let last = checks.last, last.name == name, case .failed(let earlier) = last.outcome {
      findings = earlier
      checks.removeLast()
    }
    checks.append(Check(name, .failed(findings + [.claim(failure)])))
  }
}
