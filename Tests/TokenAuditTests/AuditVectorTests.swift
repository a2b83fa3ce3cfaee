import Foundation
import JOSE
import JWTValidation
import PolicyFile
import StrictCoding
import Testing
import TokenAudit
import VectorSupport

/// Runs the rows of `TestVectors/audit/lines.json`.
@Suite("audit of lines")
struct AuditVectorTests {
  static let now = NumericDate(seconds: 1_767_229_200)

  static func verifier() throws -> PolicyVerifier {
    let secret = try VectorFile("velt/secret.txt").bytes
    return .one(
      try Verifier(
        keys: .secret(secret),
        policy: ValidationPolicy(
          algorithms: [.hs256], issuer: .ignored("test"), audience: .ignored("test"),
          lifetime: .unlimited)))
  }

  static func settings(_ row: JSONObject) throws -> AuditSettings {
    let words = try row.text("form").split(separator: " ").map(String.init)
    let form: AuditSettings.Form =
      switch words[0] {
      case "tokens": .tokens
      case "find": .search
      default: .member(try JSONPointer(words[1]))
      }
    var settings = AuditSettings(
      form: form, output: row["output"] == nil ? .objects : .columns,
      only: row["only"]?.string.flatMap(AuditVerdict.init), now: now)
    settings.showsLine = row["showsLine"]?.boolean ?? true
    return settings
  }

  static func lines(_ output: [UInt8]) -> [String] {
    String(decoding: output, as: UTF8.self).components(separatedBy: "\n").dropLast()
  }

  @Test("every vector has the results that it says")
  func vectors() throws {
    var wrong: [String] = []
    let rows = try VectorFile("audit/lines.json").vectors
    for row in rows {
      var auditor = ChunkAuditor(try Self.settings(row), .policy(try Self.verifier()))
      let text = Array(try row.text("text").utf8)
      let lines = Self.lines(auditor.audit(text.span, line: 1).output)
      if lines != (try row.texts("expect")) { wrong.append("\(try row.text("name")): \(lines)") }
    }
    #expect(wrong == [])
    #expect(rows.count > 30)
  }

  @Test("every result is strict JSON on one line and holds no token")
  func strictness() throws {
    for row in try VectorFile("audit/lines.json").vectors where row["output"] == nil {
      for line in try row.texts("expect") {
        #expect((try? JSONValue.parse(Array(line.utf8)))?.object != nil, "\(line)")
        #expect(!line.contains("eyJ"), "\(line)")
      }
    }
  }

  @Test("where a text is parted makes no difference to lines or numbers")
  func parts() throws {
    let rows = try VectorFile("audit/lines.json").vectors
    let texts = try rows.filter { try $0.text("form") == "tokens" }.map { try $0.text("text") }
    let text = Array(texts.joined(separator: "\n").utf8)
    var settings = AuditSettings(now: Self.now)
    settings.repeatSeed = 7
    var auditor = ChunkAuditor(settings, .policy(try Self.verifier()))
    let whole = auditor.audit(text.span, line: 1)
    #expect(whole.tally.tokenCount == Self.lines(whole.output).count)
    let ends = text.indices.filter { text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    for end in ends {
      // Two auditors, as two threads have.
      var second = ChunkAuditor(settings, .policy(try Self.verifier()))
      let first = auditor.audit(text.span.extracting(..<end), line: 1)
      let line = 1 + text.span.extracting(..<end).count(of: UInt8(ascii: "\n"))
      let rest = second.audit(text.span.extracting(end...), line: line)
      var tally = first.tally
      tally.add(rest.tally)
      #expect(first.output + rest.output == whole.output)
      #expect(tally == whole.tally)
    }
    #expect(ends.count > 20)
  }

  @Test("a line that is too long is a result")
  func tooLong() throws {
    var auditor = ChunkAuditor(
      AuditSettings(now: Self.now), .policy(try Self.verifier()))
    let result = auditor.audit(tooLong: 9)
    #expect(
      Self.lines(result.output)
        == [#"{"line":9,"verdict":"rejected","codes":["token.too-large"]}"#])
    #expect(result.tally.rejectedCount == 1)
  }
}
