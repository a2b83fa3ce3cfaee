import JWTValidation

/// Claims of one meaning under several names: one reader takes the first and another the second.
enum DuplicateMeaningRule: LintRule {
  static let name = "duplicate-meaning"
  static let inputs: [LintInput] = [.names]

  /// Names of one meaning, folded. Those that stand beside each other by standard are no group.
  private static let groups: [Set<[UInt8]>] = [
    FoldedName.set("sub", "subject", "userid", "uid", "user", "accountid"),
    FoldedName.set("exp", "expires", "expiresat", "expiration", "expiry", "expiresin"),
    FoldedName.set("iat", "issuedat", "createdat", "created"),
    FoldedName.set("nbf", "notbefore", "validfrom"),
    FoldedName.set("iss", "issuer"),
    FoldedName.set("aud", "audience"),
    FoldedName.set("jti", "tokenid", "jwtid"),
    FoldedName.set("email", "mail", "emailaddress"),
    FoldedName.set("org", "orgid", "organizationid", "organisationid"),
    FoldedName.set("tid", "tenant", "tenantid"),
    FoldedName.set("admin", "isadmin"),
    FoldedName.set("scope", "scopes", "scp"),
    FoldedName.set("role", "roles"),
  ]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    groups.compactMap { group in
      let names = subject.claims.filter {
        // An object called `user` holds more than an ID.
        $0.value.kind != .object && group.contains(FoldedName.fold($0.nameBytes))
      }.map(\.name)
      return names.count > 1 ? .duplicateMeaning(claims: names) : nil
    }
  }
}
