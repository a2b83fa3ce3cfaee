import JWTValidation
import PolicyFile
import StrictCoding
import Velt

/// Compares each token with the request for it.
struct RequestChecker: TokenChecker {
  let rules: RequestRules

  func judge(
    _ token: Span<UInt8>, in record: JSONObject?, _ terms: JudgeTerms
  ) -> Judgement {
    let text = token.copied()
    do throws(VerificationFailure) {
      let position = try rules.chooser?.position(for: text) ?? 0
      return judge(text, rules.checks[position], in: record, terms)
    } catch {
      return Judgement(rejected: token, for: error, terms)
    }
  }

  private func judge(
    _ token: [UInt8], _ check: (TokenRequest) -> TokenCheck, in record: JSONObject?,
    _ terms: JudgeTerms
  ) -> Judgement {
    let claims = ClaimFacts(unverified: token.span, terms.repeatSeed)
    do throws(DocumentError) {
      var check = check(try request(in: record))
      check.requestedAt = rules.requestedAt
      let outcome = check.check(token, at: terms.now)
      return Judgement(
        verdict: AuditVerdict(outcome),
        codes: outcome.record.findings.filter { $0.severity == .error }.map(\.code),
        veltCode: outcome.verifyTokenCode, claims: claims)
    } catch {
      return Judgement(verdict: .rejected, codes: [error.code], claims: claims)
    }
  }

  private func request(in record: JSONObject?) throws(DocumentError) -> TokenRequest {
    switch rules.source {
    case .given(let request): return request
    case .member(let pointer):
      guard let value = record?[pointer] else { throw .noRequest(at: pointer) }
      return try TokenRequest(json: value.withSource { $0.copied() })
    }
  }
}

extension AuditVerdict {
  fileprivate init(_ outcome: TokenCheckOutcome) {
    switch outcome {
    case .matchedAndVerified: self = .verified
    case .matched: self = .matched
    case .refused: self = .rejected
    }
  }
}

extension RequestRules {
  /// Whether records hold requests, and so the credentials of whoever sent them.
  var areInRecords: Bool {
    if case .member = source { true } else { false }
  }
}
