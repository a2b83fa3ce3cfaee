import JWTValidation

/// An issuer whose keys would be fetched without TLS.
enum IssuerSchemeRule: LintRule {
  static let name = "issuer"
  static let inputs: [LintInput] = [.claim("iss")]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    guard let issuer = subject.claims["iss"]?.string, issuer.hasPrefix("http://") else {
      return []
    }
    let host = issuer.dropFirst("http://".utf8.count)
    return ["localhost", "127.", "[::1]"].contains(where: host.hasPrefix) ? [] : [.issuerWithoutTLS]
  }
}
