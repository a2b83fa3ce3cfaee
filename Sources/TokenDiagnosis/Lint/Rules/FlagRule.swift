import JWTValidation

/// Flags that decide about rights: of the wrong type, or different in two places.
enum FlagRule: LintRule {
  static let name = "flags"
  static let inputs: [LintInput] = [.everyValue]

  private static let names = FoldedName.set(
    "admin", "isadmin", "superuser", "issuperuser", "root", "isroot", "staff", "isstaff",
    "emailverified", "verified")

  static func check(_ subject: LintSubject) -> [LintFinding] {
    let flags = subject.leaves.filter { names.contains(FoldedName.fold($0.name)) }
    var findings: [LintFinding] = flags.filter { flag in
      [.string, .number].contains(flag.value.kind)
    }.map { .flagAsText($0.pointer) }
    var first: [[UInt8]: LintSubject.Leaf] = [:]
    for flag in flags {
      guard let value = flag.value.boolean else { continue }
      let name = meaning(flag.name)
      if let other = first[name], other.value.boolean != value {
        findings.append(.flagsContradict(other.pointer, flag.pointer))
      } else if first[name] == nil {
        first[name] = flag
      }
    }
    return findings
  }

  /// `isAdmin` and `admin` are one flag.
  private static func meaning(_ name: [UInt8]) -> [UInt8] {
    let folded = FoldedName.fold(name)
    return folded.starts(with: "is".utf8) ? Array(folded.dropFirst(2)) : folded
  }
}
