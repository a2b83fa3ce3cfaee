import Foundation
import JWTValidation

/// No text but the known tokens is accepted, whether it was made freely or by editing one of them.
///
/// An input that begins with a control character is a list of edits, everything else is the text.
/// (Not forgery, but a known weakness of ECDSA that edits of single bytes cannot come upon: with
/// (r, s) a signature, (r, −s) is one too.)
func fuzzVerify(_ input: [UInt8]) {
  let text = EditScript(input)?.result ?? input
  let isKnown = knownTokens.contains { $0.token == text }
  var accepted = 0
  for verifier in [verifiers.symmetric, verifiers.asymmetric] {
    let report = verifier.report(text, at: now)
    do {
      let token = try verifier.verify(text, at: now)
      accepted += 1
      require(isKnown, "only the token that was signed is accepted")
      guard case .success(let same) = report.result else {
        return require(false, "the report says the same")
      }
      require(same.key == token.key && same.algorithm == token.algorithm, "the same key")
      require(report.checks.allSatisfy { !$0.isFailed }, "no step of an accepted token failed")
    } catch {
      guard case .failure(error) = report.result else {
        return require(false, "the report says the same")
      }
      require(!error.findings.isEmpty, "a refusal has a reason")
      require(report.checks.contains { $0.isFailed }, "a step of a refused token failed")
      if case .claims = error { require(isKnown, "claims of a forged token are never looked at") }
      requireAgreement(error, Inspection(of: text))
    }
  }
  require(accepted == (isKnown ? 1 : 0), "a known token is accepted by the verifier for its key")
}

/// What a verifier says about the form, an inspection says too.
private func requireAgreement(_ failure: VerificationFailure, _ inspection: Inspection) {
  switch failure {
  case .malformed(let error):
    require(inspection.findings.contains(.token(error)), "an inspection finds \(error.code)")
  case .header(let errors):
    let all = errors.allSatisfy {
      $0 == .unencodedPayload || inspection.findings.contains(.header($0))
    }
    require(all, "an inspection finds the header's errors")
  case .key, .signature, .claims: break
  @unknown default: break
  }
}

extension Check {
  fileprivate var isFailed: Bool {
    if case .failed = outcome { true } else { false }
  }
}
