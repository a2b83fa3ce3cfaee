/// Where rules leave their outcomes. Verifying keeps failures only, a report keeps everything; both
/// run the same rules.
protocol CheckSink {
  mutating func pass(_ name: Check.Name)
  mutating func skip(_ name: Check.Name, _ reason: Check.SkipReason)
  mutating func fail(_ name: Check.Name, _ failure: ClaimFailure)
}

/// Keeps failures only.
struct FailureSink: CheckSink {
  var failures: [ClaimFailure] = []

  @inline(__always) mutating func pass(_ name: Check.Name) {}
  @inline(__always) mutating func skip(_ name: Check.Name, _ reason: Check.SkipReason) {}
  mutating func fail(_ name: Check.Name, _ failure: ClaimFailure) { failures.append(failure) }
}

/// Keeps every outcome, in order.
struct TraceSink: CheckSink {
  var checks: [Check] = []

  mutating func pass(_ name: Check.Name) { checks.append(Check(name, .passed)) }
  mutating func skip(_ name: Check.Name, _ reason: Check.SkipReason) {
    checks.append(Check(name, .skipped(reason)))
  }
  mutating func fail(_ name: Check.Name, _ failure: ClaimFailure) {
    checks.append(Check(name, .failed([.claim(failure)])))
  }
}
