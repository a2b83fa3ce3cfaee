/// The outcome of a verification together with that of every step on the way.
public struct VerificationReport: Sendable {
  /// The verified token, or why it is refused.
  public let result: Result<VerifiedToken, VerificationFailure>
  /// Every step in order; steps that were not taken say why.
  public let checks: [Check]

  init(_ result: Result<VerifiedToken, VerificationFailure>, claimChecks: [Check]) {
    self.result = result
    let failed: Check.Name?
    var findings: [Finding] = []
    switch result {
    case .success, .failure(.claims): failed = nil
    case .failure(let failure):
      failed = failure.step
      findings = failure.findings
    }
    let steps: [Check.Name] = [.structure, .header, .algorithm, .key, .signature, .payload]
    let reached = failed.flatMap { steps.firstIndex(of: $0) } ?? steps.count
    checks =
      steps.enumerated().map { place, name in
        if place < reached { return Check(name, .passed) }
        return Check(name, place == reached ? .failed(findings) : .skipped(.notReached))
      }
      + (failed == nil
        ? claimChecks
        : Check.Name.allCases.dropFirst(steps.count).map { Check($0, .skipped(.notReached)) })
  }
}

extension VerificationFailure {
  /// The step at which a token was refused; claims have steps of their own.
  fileprivate var step: Check.Name {
    switch self {
    case .malformed(.json(.payload, _)), .malformed(.notAnObject(.payload, _)): .payload
    case .malformed(.json(.header, _)), .malformed(.notAnObject(.header, _)): .header
    case .malformed: .structure
    case .header: .header
    case .key(.unsecured), .key(.algorithmNotAllowed): .algorithm
    case .key: .key
    case .signature: .signature
    case .claims: .required
    }
  }
}
