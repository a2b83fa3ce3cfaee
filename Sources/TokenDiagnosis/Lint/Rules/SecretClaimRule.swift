import JWTValidation

/// Claims whose name says that nobody may read the value.
enum SecretClaimRule: LintRule {
  static let name = "secret-claims"
  static let inputs: [LintInput] = [.everyValue]

  private static let names = FoldedName.set(
    "password", "passwd", "pwd", "passwordhash", "secret", "clientsecret", "apikey", "apisecret",
    "secretkey", "privatekey", "accesskey", "authtoken", "refreshtoken", "accesstoken",
    "sessiontoken", "credentials", "pin", "otp", "totpsecret", "encryptionkey", "signingkey",
    "connectionstring")

  static func check(_ subject: LintSubject) -> [LintFinding] {
    subject.leaves.filter { leaf in
      names.contains(FoldedName.fold(leaf.name))
        && (leaf.value.stringBytes.map { !$0.isEmpty } ?? (leaf.value.kind == .number))
    }.map { .secretClaim($0.pointer) }
  }
}
