import JWTValidation
import StrictCoding

/// A `kid` that is missing where keys change, or that a careless verifier would run, open or fetch.
enum KeyIDRule: LintRule {
  static let name = "kid"
  static let inputs: [LintInput] = [.header("alg"), .header("kid")]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    guard let bytes = subject.header.keyIDBytes else {
      let isPublic = subject.header.algorithm?.isSymmetric == false
      return isPublic ? [.keyIDMissing] : []
    }
    // In bytes: characters of a long one would take longer than all other rules together.
    let text = bytes.map(lowercased)
    func starts(_ words: [String]) -> Bool { words.contains { text.starts(with: $0.utf8) } }
    func holds(_ words: [String]) -> Bool {
      words.contains { text.span.contains($0.utf8.span) }
    }
    if starts(["http://", "https://", "ftp://", "file://", "ldap://"]) { return [.keyIDIsURL] }
    if holds(["union select", "union all", "select ", " or 1=1", "drop table", "' or ", "'--"])
      || holds(["'"]) && holds(["="])
    {
      return [.keyIDIsSQL]
    }
    if holds(["|", ";", "`", "$(", "&&", "\0"]) { return [.keyIDIsCommand] }
    if holds(["../", "..\\", "/etc/", "/dev/", "/proc/", "\\\\"]) || starts(["/", "c:\\"]) {
      return [.keyIDIsPath]
    }
    return []
  }
}
