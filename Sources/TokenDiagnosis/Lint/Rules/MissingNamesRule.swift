import JWTValidation

/// Claims without which nobody knows who made a token, for whom, and when.
enum MissingNamesRule: LintRule {
  static let name = "missing-claims"
  static let inputs: [LintInput] = [.claim("iss"), .claim("aud"), .time("iat")]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    let wanted: [(String, LintFinding)] = [
      ("iss", .issuerMissing), ("aud", .audienceMissing), ("iat", .issuedAtMissing),
    ]
    return wanted.filter { subject.claims[$0.0] == nil }.map(\.1)
  }
}
