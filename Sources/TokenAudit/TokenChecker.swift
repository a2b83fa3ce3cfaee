import JOSE
import JWTValidation
import PolicyFile
import StrictCoding

/// What a token is checked with.
///
/// A type for each way instead of one with cases: whoever takes a verifier out of a case copies it
/// with all that it refers to, for every token, and threads that count the same references wait for
/// each other.
protocol TokenChecker {
  /// Says what there is to say of a token.
  ///
  /// - Parameter record: what the token stood in, if it stood in a record.
  func judge(
    _ token: Span<UInt8>, in record: JSONObject?, _ terms: JudgeTerms
  ) -> Judgement
}

/// What every judgement needs.
struct JudgeTerms {
  let now: NumericDate
  /// See `AuditSettings`.
  let repeatSeed: UInt64?
  /// See `AuditSettings`.
  let showsVeltCode: Bool
}

/// A checker that accepts claims or says why not.
///
/// It gives the facts and not the claims: those it would have to copy.
protocol ClaimsChecker: TokenChecker {
  /// The verdict on a token that is accepted.
  var verdict: AuditVerdict { get }
  /// Accepts a token or says why not.
  func check(
    _ token: Span<UInt8>, _ terms: JudgeTerms
  ) throws(VerificationFailure) -> ClaimFacts
}

extension ClaimsChecker {
  @inline(__always)
  func judge(
    _ token: Span<UInt8>, in record: JSONObject?, _ terms: JudgeTerms
  ) -> Judgement {
    do throws(VerificationFailure) {
      return Judgement(verdict: verdict, claims: try check(token, terms))
    } catch {
      return Judgement(rejected: token, for: error, terms)
    }
  }
}

/// Checks with one policy.
struct SingleChecker: ClaimsChecker {
  let verifier: Verifier
  var verdict: AuditVerdict { .verified }

  func check(
    _ token: Span<UInt8>, _ terms: JudgeTerms
  ) throws(VerificationFailure) -> ClaimFacts {
    ClaimFacts(try verifier.verify(token, at: terms.now).overview, terms.repeatSeed)
  }
}

/// Checks with the policy for the token's issuer.
struct SeveralChecker: ClaimsChecker {
  let verifiers: MultiIssuerVerifier
  var verdict: AuditVerdict { .verified }

  func check(
    _ token: Span<UInt8>, _ terms: JudgeTerms
  ) throws(VerificationFailure) -> ClaimFacts {
    let verifier = try verifiers.verifier(for: token, at: terms.now)
    return ClaimFacts(try verifier.verify(token, at: terms.now).overview, terms.repeatSeed)
  }
}

/// Checks with a policy and what an ID token needs besides.
struct IDTokenChecker: ClaimsChecker {
  let verifier: PolicyVerifier
  let checks: [IDTokenCheck]
  var verdict: AuditVerdict { .verified }

  func check(
    _ token: Span<UInt8>, _ terms: JudgeTerms
  ) throws(VerificationFailure) -> ClaimFacts {
    let text = token.copied()
    let verified = try verifier.verify(text, at: terms.now)
    try checks[try verifier.position(for: text)].check(verified)
    return ClaimFacts(verified.overview, terms.repeatSeed)
  }
}

/// Checks no more than that a token can be read.
struct FormChecker: ClaimsChecker {
  var verdict: AuditVerdict { .decoded }

  func check(
    _ token: Span<UInt8>, _ terms: JudgeTerms
  ) throws(VerificationFailure) -> ClaimFacts {
    do throws(TokenError) {
      let unverified = try UnverifiedToken(token)
      let signature = token.extracting((token.endOfLast(UInt8(ascii: ".")) ?? 0)...)
      if let error = Base64URL.firstError(in: signature) { throw .encoding(.signature, error) }
      return ClaimFacts(unverified.overview, terms.repeatSeed)
    } catch {
      throw .malformed(error)
    }
  }
}
