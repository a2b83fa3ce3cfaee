import JWTValidation

/// A header that names an algorithm, and no signature behind it.
enum SignaturePresenceRule: LintRule {
  static let name = "signature"
  static let inputs: [LintInput] = [.signature]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    subject.hasSignature || subject.header.isUnsecured ? [] : [.signatureMissing]
  }
}
