import Foundation
import JOSE
import JWTValidation
import StrictCoding
import Testing
import TokenAudit
import VectorSupport

@Suite("summary of an audit")
struct SummaryTests {
  private static func tally() throws -> Tally {
    var settings = AuditSettings(output: .none, now: AuditVectorTests.now)
    settings.repeatSeed = 7
    var auditor = ChunkAuditor(settings, .policy(try AuditVectorTests.verifier()))
    let texts = try VectorFile("audit/lines.json").vectors
      .filter { try $0.text("form") == "tokens" }.map { try $0.text("text") }
    let result = auditor.audit(Array(texts.joined(separator: "\n").utf8).span, line: 1)
    #expect(result.output == [])
    var tally = result.tally
    var window = RepeatWindow()
    window.count(result.fingerprints, in: &tally)
    return tally
  }

  @Test("numbers that were written down are the same when they are read")
  func coding() throws {
    let tally = try Self.tally()
    let read = try required(JSONValue.parse(tally.tree.encoded()).object, "an object")
    #expect(Tally(read) == tally)
    #expect(tally.repeatedTokens > 5)
  }

  @Test("a forgery that borrows a signature is no repetition of the token that it was taken from")
  func borrowedSignature() throws {
    var settings = AuditSettings(output: .none, now: AuditVectorTests.now)
    settings.repeatSeed = 7
    var auditor = ChunkAuditor(settings, .policy(try AuditVectorTests.verifier()))
    let texts = try VectorFile("audit/lines.json").vectors
      .filter { try $0.text("form") == "tokens" }.map { try $0.text("text") }
    func audit(_ text: String) -> ChunkAuditor.Result {
      auditor.audit(Array(text.utf8).span, line: 1)
    }
    let line = try required(
      texts.first { audit($0).tally.verdicts == [.verified: 1] }, "a verified token")
    let token = line.trimmingCharacters(in: .newlines)
    var parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    parts[1] = String(decoding: Base64URL.encode(Array(#"{"sub":"b"}"#.utf8).span), as: UTF8.self)
    let result = audit([token, parts.joined(separator: "."), token].joined(separator: "\n"))
    var tally = result.tally
    var window = RepeatWindow()
    window.count(result.fingerprints, in: &tally)
    #expect(tally.verdicts == [.verified: 2, .rejected: 1])
    #expect(tally.repeatedTokens == 1)
  }

  @Test("numbers that are no tally are refused")
  func brokenNumbers() throws {
    for broken in ["{}", #"{"verdicts":[1]}"#] {
      #expect(Tally(try required(JSONValue.parse(Array(broken.utf8)).object, broken)) == nil)
    }
  }

  @Test("names of senders are text on the page")
  func page() throws {
    let summary = AuditSummary(
      try Self.tally(), now: AuditVectorTests.now, isComplete: false, countsRepeats: true)
    let page = String(decoding: SummaryPage.page(summary), as: UTF8.self)
    #expect(page.contains("&lt;b&gt;") && !page.contains("<b>"))
    #expect(!page.unicodeScalars.contains("\u{202E}"))
    #expect(page.contains("INTERRUPTED") && page.contains("default-src 'none'"))
    for word in ["<script", "http://", "https://", "url(", "eyJ"] {
      // The issuer of the vectors is the one address.
      let text = page.replacingOccurrences(of: "https://a.example", with: "")
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test("text and JSON have the same numbers")
  func text() throws {
    let tally = try Self.tally()
    let summary = AuditSummary(
      tally, now: AuditVectorTests.now, isComplete: true, countsRepeats: false)
    let text = SummaryText.text(summary, style: .plain, drawsBars: false)
    #expect(text.hasPrefix("\(tally.tokenCount) tokens, judged at 2026-01-01T01:00:00Z\n"))
    #expect(!text.contains("█") && !text.contains("Repetitions"))
    let bars = SummaryText.text(summary, style: .plain, drawsBars: true)
    #expect(bars.contains("█"))
    #expect(bars.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let object = try required(JSONValue.parse(summary.tree.encoded()).object, "an object")
    #expect(object["tokens"]?.plainInteger == Int64(tally.tokenCount))
    #expect(object["repeats"] == nil)
  }

  @Test("the time left is told in steps")
  func lives() {
    let now = AuditVectorTests.now
    let rows: [(Int64?, RemainingLife)] = [
      (nil, .unlimited), (-1, .over), (0, .over), (1, .hour), (3599, .hour), (3600, .day),
      (86_399, .day), (86_400, .week), (604_800, .month), (2_592_000, .year),
      (31_536_000, .longer), (.max, .longer),
    ]
    for (seconds, life) in rows {
      let end = seconds.map { now.advanced(bySeconds: $0) }
      #expect(RemainingLife(until: end, from: now) == life, "\(seconds ?? 0)")
    }
  }

  @Test("repetitions are found within the window, and memory is given up behind it")
  func window() throws {
    var settings = AuditSettings(form: .tokens, output: .none, now: AuditVectorTests.now)
    settings.repeatSeed = 7
    func token(_ id: String, _ number: Int) -> [UInt8] {
      let part = { Base64URL.encode(Array(($0 as String).utf8).span) }
      let dot = [UInt8(ascii: ".")]
      return part(#"{"alg":"HS256"}"#) + dot + part(#"{"jti":"\#(id)","n":\#(number)}"#) + dot
        + part("x")
    }
    var auditor = ChunkAuditor(settings, .form)
    func repeats(_ tokens: [[UInt8]], capacity: Int) -> [Int] {
      let result = auditor.audit(
        Array(tokens.joined(separator: [UInt8(ascii: "\n")])).span, line: 1)
      var tally = Tally()
      var window = RepeatWindow(capacity: capacity)
      window.count(result.fingerprints, in: &tally)
      return [tally.repeatedTokens, tally.repeatedIDs]
    }
    #expect(repeats([token("a", 1), token("b", 1), token("a", 1)], capacity: 10) == [1, 0])
    #expect(repeats([token("a", 1), token("a", 2), token("b", 3)], capacity: 10) == [0, 1])
    let many = (0..<100).map { token("id\($0)", $0) }
    #expect(repeats(many + many, capacity: 100) == [100, 0])
    #expect(repeats(many + many, capacity: 20) == [0, 0])
    // Farther apart than can be remembered: not all are found, and none is taken for another token.
    #expect(repeats(many + many, capacity: 70)[1] == 0)
    #expect(repeats(many + many + many, capacity: 90)[1] == 0)
  }
}
