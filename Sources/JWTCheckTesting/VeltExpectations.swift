public import JOSE
public import Velt

/// Expects that a token is what was requested, lives, and has a good signature.
///
/// - Throws: `ExpectationFailure`, which shows every finding.
@discardableResult
public func expectMatched(
  _ token: String, by check: TokenCheck, at now: NumericDate
) throws(ExpectationFailure) -> VeltToken {
  let outcome = check.check(Array(token.utf8), at: now)
  switch outcome {
  case .matchedAndVerified(let verified): return verified
  case .matched, .refused:
    throw ExpectationFailure("expected the token to match and to be verified", outcome)
  }
}

/// Expects that a token is refused for exactly these errors, the heaviest first; notes and warnings
/// do not count.
///
/// - Throws: `ExpectationFailure`, which shows every finding, if the token is not refused, or has
///   other errors.
@discardableResult
public func expectRefused(
  _ token: String, by check: TokenCheck, at now: NumericDate, codes: [String]
) throws(ExpectationFailure) -> Refusal {
  let outcome = check.check(Array(token.utf8), at: now)
  let found = outcome.record.findings.filter { $0.severity == .error }.map(\.code)
  guard case .refused(let refusal) = outcome, found.count == codes.count,
    zip(found, codes).allSatisfy({ $0.utf8.elementsEqual($1.utf8) })
  else {
    throw ExpectationFailure(
      "expected the token to be refused: " + codes.joined(separator: ", "), outcome)
  }
  return refusal
}

extension ExpectationFailure {
  /// What was expected, the outcome, and a line for each finding.
  fileprivate init(_ sentence: String, _ outcome: TokenCheckOutcome) {
    let verdict =
      switch outcome {
      case .matchedAndVerified: "it matches and is verified"
      case .matched: "it matches, but no key verifies it"
      case .refused: "it is refused"
      }
    self.init(
      sentence + "; but " + verdict,
      lines: outcome.record.findings.map { (name: $0.code, outcome: $0.severity.rawValue) })
  }
}
