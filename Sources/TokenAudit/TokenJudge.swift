import JOSE
import JWTValidation
import PolicyFile
import StrictCoding
import TokenDiagnosis

/// Judges one token at a time.
struct TokenJudge {
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

  /// The one verifier, or none. In a list, because it is then used where it lies; out of an
  /// optional it would be copied for every token, with all that it refers to.
  private let single: [Verifier]
  private let several: MultiIssuerVerifier?
  private let now: NumericDate
  private let lint: AuditSettings.Lint?

  init(_ settings: AuditSettings, verifier: PolicyVerifier?) {
    now = settings.now
    lint = settings.lint
    switch verifier {
    case .one(let verifier)?: (single, several) = ([verifier], nil)
    case .several(let verifiers)?: (single, several) = ([], verifiers)
    case nil: (single, several) = ([], nil)
    }
  }

  func judge(_ token: Span<UInt8>) -> Judgement {
    var judgement = verified(token)
    if let lint { add(lint, to: &judgement, token) }
    return judgement
  }

  @inline(__always)
  private func verified(_ token: Span<UInt8>) -> Judgement {
    do throws(VerificationFailure) {
      let single = single.span
      if !single.isEmpty {
        return Judgement(verdict: .verified, claims: try single[0].verify(token, at: now).claims)
      }
      if let several {
        let verifier = try several.verifier(for: token, at: now)
        return Judgement(verdict: .verified, claims: try verifier.verify(token, at: now).claims)
      }
      do throws(TokenError) {
        return Judgement(verdict: .decoded, claims: try UnverifiedToken(token).claims)
      } catch {
        throw .malformed(error)
      }
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
