import JOSE
import JWTValidation
import StrictCoding
import TokenDiagnosis

/// What a token is checked with.
///
/// A type for each way instead of one with cases: whoever takes a verifier out of a case copies it
/// with all that it refers to, for every token, and threads that count the same references wait for
/// each other.
protocol TokenChecker {
  /// The verdict on a token that is accepted.
  var verdict: AuditVerdict { get }
  /// Accepts a token or says why not.
  func check(
    _ token: Span<UInt8>, at now: NumericDate
  ) throws(VerificationFailure) -> ClaimsSet
}

/// Checks with one policy.
struct SingleChecker: TokenChecker {
  let verifier: Verifier
  var verdict: AuditVerdict { .verified }

  func check(
    _ token: Span<UInt8>, at now: NumericDate
  ) throws(VerificationFailure) -> ClaimsSet {
    try verifier.verify(token, at: now).claims
  }
}

/// Checks with the policy for the token's issuer.
struct SeveralChecker: TokenChecker {
  let verifiers: MultiIssuerVerifier
  var verdict: AuditVerdict { .verified }

  func check(
    _ token: Span<UInt8>, at now: NumericDate
  ) throws(VerificationFailure) -> ClaimsSet {
    try verifiers.verifier(for: token, at: now).verify(token, at: now).claims
  }
}

/// Checks no more than that a token can be read.
struct FormChecker: TokenChecker {
  var verdict: AuditVerdict { .decoded }

  func check(
    _ token: Span<UInt8>, at now: NumericDate
  ) throws(VerificationFailure) -> ClaimsSet {
    do throws(TokenError) { return try UnverifiedToken(token).claims } catch {
      throw .malformed(error)
    }
  }
}

/// What is said of a token.
struct Judgement {
  var verdict: AuditVerdict
  /// Why it is refused.
  var codes: [String] = []
  /// What is unwise in it.
  var lintCodes: [String] = []
  /// What it says, believed or not; `nil` for what cannot be read.
  var claims: ClaimsSet?
}

/// Judges one token at a time.
struct TokenJudge {
  private let now: NumericDate
  private let lint: AuditSettings.Lint?

  init(_ settings: AuditSettings) {
    now = settings.now
    lint = settings.lint
  }

  func judge(_ token: Span<UInt8>, by checker: some TokenChecker) -> Judgement {
    var judgement = checked(token, by: checker)
    if let lint { add(lint, to: &judgement, token) }
    return judgement
  }

  @inline(__always)
  private func checked(_ token: Span<UInt8>, by checker: some TokenChecker) -> Judgement {
    do throws(VerificationFailure) {
      return Judgement(
        verdict: checker.verdict, claims: try checker.check(token, at: now))
    } catch {
      return Judgement(
        verdict: .rejected, codes: error.codes, claims: (try? UnverifiedToken(token))?.claims)
    }
  }

  private func add(
    _ lint: AuditSettings.Lint, to judgement: inout Judgement, _ token: Span<UInt8>
  ) {
    switch Linter.lint(token.copied(), triesCommonSecrets: lint.triesCommonSecrets) {
    case .unreadable: break
    case .findings(let findings):
      judgement.lintCodes = lint.policy.remaining(findings).map(\.code)
      if lint.policy.fails(findings) { judgement.verdict = .rejected }
    }
  }
}
