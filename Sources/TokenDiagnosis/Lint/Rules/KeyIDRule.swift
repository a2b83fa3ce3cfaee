import JWTValidation

/// A `kid` that is missing where keys change, or that a careless verifier would run, open or fetch.
enum KeyIDRule: LintRule {
  static let name = "kid"
  static let inputs: [LintInput] = [.header("alg"), .header("kid")]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    guard let bytes = subject.header.keyIDBytes else {
      let isPublic = subject.header.algorithm?.isSymmetric == false
      return isPublic ? [.keyIDMissing] : []
    }
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    if ["http://", "https://", "ftp://", "file://", "ldap://"].contains(where: text.hasPrefix) {
      return [.keyIDIsURL]
    }
    if isSQL(text) { return [.keyIDIsSQL] }
    if ["|", ";", "`", "$(", "&&", "\0"].contains(where: { text.contains($0) }) {
      return [.keyIDIsCommand]
    }
    if ["../", "..\\", "/etc/", "/dev/", "/proc/", "\\\\"].contains(where: { text.contains($0) })
      || text.hasPrefix("/") || text.hasPrefix("c:\\")
    {
      return [.keyIDIsPath]
    }
    return []
  }

  private static func isSQL(_ text: String) -> Bool {
    let words = ["union select", "union all", "select ", " or 1=1", "drop table", "' or ", "'--"]
    return words.contains { text.contains($0) } || (text.contains("'") && text.contains("="))
  }
}
