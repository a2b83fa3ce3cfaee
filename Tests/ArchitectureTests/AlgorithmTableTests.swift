import JOSE
import Testing

@Suite("one table of algorithms")
struct AlgorithmTableTests {
  /// Where a name may stand as a literal, and why.
  private static let allowed = [
    "Sources/JOSE/SignatureAlgorithm.swift": "the table",
    "Sources/JOSE/Curve.swift": "the curves Ed25519 and Ed448 share their names with algorithms",
  ]

  /// The string literals of a line that are the name of an algorithm.
  private static func names(in code: String) -> [String] {
    SignatureAlgorithm.allCases.map(\.name).filter { code.contains("\"\($0)\"") }
  }

  @Test("no other file spells the name of an algorithm")
  func literals() throws {
    var violations: [String] = []
    var seen: Set<String> = []
    for file in try SourceFile.sources() {
      if Self.names(in: file.text).isEmpty { continue }
      for (number, code) in file.lines {
        for name in Self.names(in: code) {
          seen.insert(file.path)
          if Self.allowed[file.path] == nil {
            violations.append(file.violation(number, "\"\(name)\": use SignatureAlgorithm"))
          }
        }
      }
    }
    #expect(violations == [])
    #expect(seen.isSuperset(of: Self.allowed.keys))
  }

  @Test("the table spells every name")
  func table() throws {
    let file = try SourceFile.sources().first {
      $0.path == "Sources/JOSE/SignatureAlgorithm.swift"
    }
    let names = (file?.lines ?? []).flatMap { Self.names(in: $0.text) }
    #expect(names == SignatureAlgorithm.allCases.map(\.name))
  }

  @Test(
    "none is no name of the table, in any letter case", arguments: ["none", "None", "NONE", ""])
  func none(name: String) {
    #expect(SignatureAlgorithm(named: name.utf8) == nil)
  }
}
