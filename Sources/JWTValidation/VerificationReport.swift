/// The outcome of a verification together with that of every step on the way.
public struct VerificationReport: Sendable {
  /// The verified token, or why it is refused.
  public let result: Result<VerifiedToken, VerificationFailure>
  /// Every step in order; steps that were not taken say why.
  public let checks: [Check]

  init(_ result: Result<VerifiedToken, VerificationFailure>, claimChecks: [Check]) {
    self.result = result
    var failed: Check.Name?
    var findings: [Finding] = []
    if case .failure(let failure) = result {
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

  /// A token that was refused before anybody looked for a key, whatever part of it was to blame.
  package init(beforeSignature failure: VerificationFailure) {
    let step: Check.Name =
      switch failure.step {
      case .payload?, nil: .structure
      case let step?: step
      }
    let passed: [Check.Name] =
      switch step {
      case .structure: []
      case .header: [.structure]
      // Which algorithms are allowed depends on the issuer, who was not found.
      default: [.structure, .header]
      }
    result = .failure(failure)
    checks = Check.Name.allCases.map { name in
      if passed.contains(name) { return Check(name, .passed) }
      return Check(name, name == step ? .failed(failure.findings) : .skipped(.notReached))
    }
  }
}

extension VerificationFailure {
  /// The step at which a token was refused; `nil` for claims, which have steps of their own.
  fileprivate var step: Check.Name? {
    switch self {
    case .malformed(.json(.payload, _)), .malformed(.notAnObject(.payload, _)): .payload
    case .malformed(.json(.header, _)), .malformed(.notAnObject(.header, _)): .header
    case .malformed: .structure
    case .header: .header
    case .key(.unsecured), .key(.algorithmNotAllowed): .algorithm
    case .key: .key
    case .signature: .signature
    case .claims: nil
    }
  }
}
