public import JOSE
public import JWTValidation

/// Expects that a token is accepted, in a test of whatever framework.
///
/// ```swift
/// @Test func accepts() throws {
///   let token = try expectAccepted(text, by: verifier, at: now)
///   #expect(token.subject?.revealed == "user-1")
/// }
/// ```
///
/// - Throws: `ExpectationFailure`, which shows every step of the verification.
@discardableResult
public func expectAccepted(
  _ token: String, by verifier: Verifier, at now: NumericDate
) throws(ExpectationFailure) -> VerifiedToken {
  let report = verifier.report(Array(token.utf8), at: now)
  switch report.result {
  case .success(let verified): return verified
  case .failure(let failure):
    throw ExpectationFailure(
      "expected the token to be accepted, but it is refused: \(failure)", report.checks)
  }
}

/// Expects that a token is refused for exactly the reason that the code names.
///
/// - Parameters:
///   - token: the token in compact form.
///   - verifier: the verifier that must refuse it.
///   - now: the time of the verification.
///   - code: the stable name of the failure, such as `exp.passed`.
/// - Throws: `ExpectationFailure`, which shows every step of the verification, if the token is
///   accepted, or refused for another reason or for several.
@discardableResult
public func expectRefused(
  _ token: String, by verifier: Verifier, at now: NumericDate, code: String
) throws(ExpectationFailure) -> VerificationFailure {
  try expectRefused(token, by: verifier, at: now, codes: [code])
}

/// Expects that a token is refused for exactly these reasons, in the order in which they are found.
///
/// - Throws: as for a single reason.
@discardableResult
public func expectRefused(
  _ token: String, by verifier: Verifier, at now: NumericDate, codes: [String]
) throws(ExpectationFailure) -> VerificationFailure {
  let report = verifier.report(Array(token.utf8), at: now)
  let expected = "expected the token to be refused: " + codes.joined(separator: ", ")
  switch report.result {
  case .success: throw ExpectationFailure(expected + "; but it is accepted", report.checks)
  case .failure(let failure):
    guard failure.codes.count == codes.count,
      zip(failure.codes, codes).allSatisfy({ $0.utf8.elementsEqual($1.utf8) })
    else {
      throw ExpectationFailure(expected + "; but it is refused: \(failure)", report.checks)
    }
    return failure
  }
}
