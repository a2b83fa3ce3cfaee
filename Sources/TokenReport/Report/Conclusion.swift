import JWTValidation
import Velt

/// What a verdict amounts to, coarse enough for a script to branch on.
public enum Conclusion: Equatable, Sendable {
  /// Accepted, or decoded where nothing more was asked.
  case accepted
  /// The claims or the request do not fit.
  case refused
  /// The text is no token, or breaks the rules of its own form.
  case malformed
  /// The signature, the algorithm or the key was refused.
  case signatureRefused
  /// Nothing is wrong but the time.
  case outsideTimeWindow
}

extension Conclusion {
  /// The conclusion from a failed verification.
  init(_ failure: VerificationFailure) {
    switch failure {
    case .malformed, .header: self = .malformed
    case .key, .signature: self = .signatureRefused
    case .claims(let failures):
      self = failures.allSatisfy(\.isTimeWindow) ? .outsideTimeWindow : .refused
    }
  }

  /// The conclusion from a check: the gravest kind of error decides.
  init(_ outcome: TokenCheckOutcome) {
    let errors = outcome.record.findings.filter { $0.severity == .error }
    if errors.isEmpty {
      self = .accepted
    } else if outcome.record.isMalformed || errors.contains(where: \.isAboutForm) {
      self = .malformed
    } else if errors.contains(where: \.isAboutSignature) {
      self = .signatureRefused
    } else {
      self = outcome.record.isTimeWindowOnly ? .outsideTimeWindow : .refused
    }
  }
}

extension VeltFinding {
  fileprivate var isAboutForm: Bool {
    switch self {
    case .mistake, .validation(.token), .validation(.header): true
    default: false
    }
  }

  fileprivate var isAboutSignature: Bool {
    switch self {
    case .signatureNotChecked, .validation(.key), .validation(.signature): true
    default: false
    }
  }
}
