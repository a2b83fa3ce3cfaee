import Foundation
import JWTValidation
import Testing
import TokenDiagnosis
import VectorSupport

/// Runs the rows of `TestVectors/lint/lint.json`; the README beside it documents them.
@Suite("lint")
struct LintVectorTests {
  private static let rows = Result { try VectorFile("lint/lint.json").namedVectors }

  @Test("every vector has the findings that it says, and no others")
  func vectors() throws {
    var wrong: [String] = []
    for row in try Self.rows.get() {
      let name = try row.text("name")
      let outcome = Linter.lint(
        Array(try row.text("token").utf8),
        triesCommonSecrets: row["triesCommonSecrets"]?.boolean == true)
      switch outcome {
      case .findings(let findings):
        let expected = try row.texts("expect").map { "lint." + $0 }
        if findings.map(\.code) != expected || row["unreadable"] != nil {
          wrong.append("\(name): \(findings.map(\.code))")
        }
        if row["severities"] != nil,
          findings.map(\.severity.rawValue) != (try row.texts("severities"))
        {
          wrong.append("\(name): \(findings.map(\.severity))")
        }
      case .unreadable(let finding):
        if finding.code != row["unreadable"]?.string { wrong.append("\(name): \(finding.code)") }
      }
    }
    #expect(wrong == [])
  }

  @Test("every code is in a vector")
  func codes() throws {
    let expected = try Self.rows.get().flatMap { try $0.texts("expect") }.map { "lint." + $0 }
    let sources = try SourceCodes.starting(with: "lint.")
    #expect(sources.count > 40)
    #expect(sources.subtracting(expected).sorted() == [])
  }

  @Test("the article has a line for each rule and names every code")
  func article() throws {
    let path = "Sources/TokenDiagnosis/TokenDiagnosis.docc/LintRules.md"
    let file = VectorFile.folder.deletingLastPathComponent().appending(path: path)
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("| `") }.map(String.init)
    let token = Array(try required(Self.rows.get().first, "a row").text("token").utf8)
    let rules = Linter.checks(of: token, triesCommonSecrets: true).map(\.rule)
    #expect(
      rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) } == rules)
    let codes = try SourceCodes.starting(with: "lint.").map { $0.dropFirst("lint.".count) }
    #expect(codes.filter { code in !rows.contains { $0.contains("`\(code)`") } }.sorted() == [])
  }

  @Test("a policy fails from its threshold on, and never on what it lets through by name")
  func policy() {
    let findings: [LintFinding] = [
      .serviceRole(JSONPointer(members: ["role"])), .audienceMissing, .typeMissing,
    ]
    let rows: [(LintPolicy, [LintFinding], Bool)] = [
      (LintPolicy(), findings, true),
      (LintPolicy(), [.audienceMissing, .typeMissing], false),
      (LintPolicy(denying: .warning), [.audienceMissing], true),
      (LintPolicy(denying: .warning), [.typeMissing], false),
      (LintPolicy(denying: .note), [.typeMissing], true),
      (LintPolicy(denying: .note), [], false),
      (LintPolicy(allowing: ["lint.service-role"]), findings, false),
      (LintPolicy(denying: .note, allowing: ["lint.service-role"]), findings, true),
    ]
    for (policy, findings, fails) in rows {
      #expect(policy.fails(findings) == fails, "\(policy) \(findings)")
    }
    #expect(LintPolicy(allowing: ["lint.service-role"]).remaining(findings).count == 2)
  }
}
