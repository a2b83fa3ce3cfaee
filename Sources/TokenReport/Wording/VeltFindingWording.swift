package import Velt

extension VeltFinding: Worded {
  package var message: String {
    switch self {
    case .signatureNotChecked(isRequired: false):
      "nobody checked the signature: no key was given"
    case .signatureNotChecked(isRequired: true):
      "the signature must be checked, and no key was given"
    case .mistake(let mistake): mistake.message
    case .validation(let finding): finding.message
    case .claim(let finding): finding.message
    case .request(let finding): finding.message
    case .identify(let finding): finding.message
    case .window(let finding): finding.message
    }
  }

  package var hint: String? {
    switch self {
    case .signatureNotChecked(isRequired: false):
      "trust the token only if it came straight from the endpoint over TLS"
    case .signatureNotChecked(isRequired: true): "give the key and its algorithm"
    case .mistake(let mistake): mistake.hint
    case .validation(let finding): finding.hint
    case .claim(let finding): finding.hint
    case .request(let finding): finding.hint
    case .identify(let finding): finding.hint
    case .window(let finding): finding.hint
    }
  }
}
