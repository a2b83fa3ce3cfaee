public import JWTValidation

/// One thing that was found out about a token of the service, with the facts that a report needs.
///
/// No part of the token stands in a finding but names, places and times.
@nonexhaustive
public enum VeltFinding: Equatable, Sendable {
  /// What is handed over is no token, but something well known.
  case mistake(TokenMistake)
  /// A rule that holds for every JWT: form, header, key, signature, times.
  case validation(Finding)
  /// Nobody has checked the signature: no key was given.
  case signatureNotChecked(isRequired: Bool)
  /// A value of the token cannot be compared.
  case claim(ClaimFinding)
  /// The token is not what was requested.
  case request(RequestFinding)
  /// The identify call does not go with the token.
  case identify(IdentifyFinding)
  /// The token is outside its 48 hours.
  case window(WindowFinding)

  /// The stable name of the finding, part of the tools' output contract.
  public var code: String {
    switch self {
    case .mistake(let mistake): mistake.code
    case .validation(let finding): finding.code
    case .signatureNotChecked: "signature.not-checked"
    case .claim(let finding): finding.code
    case .request(let finding): finding.code
    case .identify(let finding): finding.code
    case .window(let finding): finding.code
    }
  }

  /// How much the finding weighs; errors refuse the token.
  public var severity: Finding.Severity {
    switch self {
    case .validation(let finding): finding.severity
    case .signatureNotChecked(let isRequired): isRequired ? .error : .warning
    case .request(let finding): finding.severity
    case .mistake, .claim, .identify, .window: .error
    }
  }

  /// The claim or header parameter concerned, where there is one.
  public var claim: String? {
    switch self {
    case .mistake, .signatureNotChecked: nil
    case .validation(let finding): finding.claim
    case .claim(let finding): finding.claim.name
    case .request(let finding): finding.claim.name
    case .identify(let finding): finding.claim.name
    case .window(let finding): finding.claim
    }
  }

  /// Whether the token is refused for the moment at which it is looked at, not for what it says.
  public var isTimeWindow: Bool {
    switch self {
    case .validation(.claim(let failure)): failure.isTimeWindow
    case .window(.passed): true
    default: false
    }
  }
}
