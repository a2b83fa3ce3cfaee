import JWTValidation

/// A header that brings the key or says where to fetch it: whoever makes a token must not choose the
/// key that it is judged by (RFC 8725 §3.10).
enum KeyReferenceRule: LintRule {
  static let name = "key-in-header"
  static let inputs: [LintInput] = [.header("jku"), .header("x5u"), .header("jwk"), .header("x5c")]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    let parameters = subject.header.parameters
    let addresses = ["jku", "x5u"].filter { parameters[$0] != nil }
    let keys = ["jwk", "x5c"].filter { parameters[$0] != nil }
    let isPrivate = subject.header.violations.contains(.embeddedPrivateKey)
    return (isPrivate ? [.privateKeyInHeader] : []) + addresses.map { .keyAddress(parameter: $0) }
      + keys.map { .embeddedKey(parameter: $0) }
  }
}
