import JOSE
import JWTValidation
import PolicyFile
import StrictCoding
import Velt

/// Audits parts of a text, one after the other: the work of one thread.
///
/// A part is a number of whole lines. What comes out does not depend on where a text was parted, so
/// any number of threads, or of machines, gives the same result as one.
package struct ChunkAuditor {
  /// What came out of one part.
  package struct Result: Sendable {
    /// The lines to be written.
    package var output: [UInt8] = []
    /// What was counted.
    package var tally = Tally()
    /// What tokens and identifiers are known by, in their order; empty unless asked for.
    package var fingerprints: [Fingerprint] = []
  }

  /// A token as `RepeatWindow` sees it.
  package struct Fingerprint: Sendable {
    let token: UInt64
    /// 0 for a token without `jti`.
    let identifier: UInt64
  }

  let settings: AuditSettings
  private let rules: AuditRules
  private let judge: TokenJudge
  private let writer: ResultWriter
  private var headers: HeaderTable
  private var issuers = NameTable()
  private var verdictCounts = [Int](repeating: 0, count: AuditVerdict.allCases.count)
  private var codes = NameTable()
  private var lintCodes = NameTable()
  private var veltCodes = NameTable()
  private var result = Result()

  /// Makes an auditor.
  ///
  /// - Parameter rules: the auditor's own.
  package init(_ settings: AuditSettings, _ rules: AuditRules) {
    self.settings = settings
    self.rules = rules
    judge = TokenJudge(settings)
    writer = ResultWriter(settings)
    headers = HeaderTable(settings.output)
  }

  /// Audits whole lines.
  ///
  /// - Parameters:
  ///   - text: the lines; the last one need not have an end.
  ///   - line: the number of the first, from 1.
  ///   - file: the position of the file among the names of the settings.
  ///   - column: the column at which the text starts, where a long line was cut.
  package mutating func audit(
    _ text: Span<UInt8>, line: Int, file: Int? = nil, column: Int = 1
  ) -> Result {
    result = Result()
    // Results are shorter than tokens.
    if settings.output != .none { result.output.reserveCapacity(text.count) }
    let place = ResultWriter.Place(file: file, line: line, column: nil)
    switch rules {
    case .form: audit(text, place, column, by: FormChecker())
    case .policy(.one(let verifier)):
      audit(text, place, column, by: SingleChecker(verifier: verifier))
    case .policy(.several(let verifiers)):
      audit(text, place, column, by: SeveralChecker(verifiers: verifiers))
    case .idToken(let verifier, let checks):
      audit(text, place, column, by: IDTokenChecker(verifier: verifier, checks: checks))
    case .request(let rules): audit(text, place, column, by: RequestChecker(rules: rules))
    }
    takeCounts()
    return result
  }

  private mutating func audit(
    _ text: Span<UInt8>, _ firstPlace: ResultWriter.Place, _ firstColumn: Int,
    by checker: some TokenChecker
  ) {
    var place = firstPlace
    var start = 0
    var column = firstColumn
    while start < text.count {
      let end = text.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? text.count
      var contentEnd = end
      if contentEnd > start, text[contentEnd - 1] == UInt8(ascii: "\r") { contentEnd -= 1 }
      let content = text.extracting(start..<contentEnd)
      switch settings.form {
      case .tokens: auditToken(content, place, by: checker)
      case .member(let pointer): auditRecord(content, pointer, place, by: checker)
      case .search: search(content, column, &place, by: checker)
      }
      place.line += 1
      start = end + 1
      column = 1
    }
  }

  /// Says of a line that it is too long to be looked at, without having it.
  package mutating func audit(tooLong line: Int, file: Int? = nil) -> Result {
    result = Result()
    let codes = [TokenError.tooLarge(count: .max, limit: 0).code]
    let nothing: [UInt8] = []
    finish(
      Judgement(verdict: .rejected, codes: codes), nothing.span,
      ResultWriter.Place(file: file, line: line, column: nil), id: nil)
    takeCounts()
    return result
  }

  private mutating func auditToken(
    _ line: Span<UInt8>, _ place: ResultWriter.Place, by checker: some TokenChecker
  ) {
    let tab = UInt8(ascii: "\t")
    // An identifier is mostly short, and seldom begins as tokens do. Whole lines are searched for a
    // tab only where one is likely: there is none in a text that was found to be a token.
    var isMarked =
      !line.startsAsTokens
      && line.extracting(first: 64).firstOffset(of: tab, from: 0) != nil
    if !isMarked {
      let judgement = judge.judge(line, in: nil, by: checker)
      isMarked = judgement.verdict == .rejected && line.firstOffset(of: tab, from: 0) != nil
      if !isMarked { return finish(judgement, line, place, id: nil) }
    }
    let start = line.endOfLast(tab) ?? 0
    let token = line.extracting(start...)
    let id = line.extracting(..<max(0, start - 1))
    finish(judge.judge(token, in: nil, by: checker), token, place, id: id)
  }

  private mutating func search(
    _ line: Span<UInt8>, _ column: Int, _ place: inout ResultWriter.Place,
    by checker: some TokenChecker
  ) {
    var at = 0
    while let range = TokenSearch.next(in: line, from: at) {
      let token = line.extracting(range)
      place.column = column + range.lowerBound
      finish(judge.judge(token, in: nil, by: checker), token, place, id: nil)
      at = range.upperBound
    }
    place.column = nil
  }

  private mutating func auditRecord(
    _ line: Span<UInt8>, _ pointer: JSONPointer, _ place: ResultWriter.Place,
    by checker: some TokenChecker
  ) {
    let nothing: [UInt8] = []
    do throws(JSONError) {
      let value = try JSONValue.parse(line.copied(), limits: .file)
      let found = value.object?[pointer]
      let token = found?.stringBytes ?? nothing
      let edit = edit(value.object, line, hiding: found)
      finish(
        judge.judge(token.span, in: value.object, by: checker), token.span, place, id: nil,
        record: edit)
    } catch {
      finish(
        Judgement(verdict: .rejected, codes: [error.code]), nothing.span, place,
        id: nil)
    }
  }

  /// The record without what it must not carry on; `nil` if it is no object, or if that cannot be
  /// taken out of it.
  private func edit(
    _ record: JSONObject?, _ line: Span<UInt8>, hiding token: JSONValue?
  ) -> RecordEdit? {
    guard let record else { return nil }
    var hidesCredentials = false
    if case .request(let rules) = rules { hidesCredentials = rules.areInRecords }
    let hidden = HiddenValues(
      in: record, line: line, token: token, hidesCredentials: hidesCredentials)
    guard !hidden.isInName else { return nil }
    return RecordEdit(line: line.copied(), record: record, hiding: hidden.values)
  }

  /// Characters of a verified token that are looked at: 48 bytes of its signature, or all of a
  /// shorter one.
  private static let signatureEnd = 64

  /// Counts a judgement and writes it.
  private mutating func finish(
    _ judgement: borrowing Judgement, _ token: Span<UInt8>, _ place: ResultWriter.Place,
    id: Span<UInt8>?, record: RecordEdit? = nil
  ) {
    verdictCounts[judgement.verdict.position] += 1
    for code in judgement.codes { codes.count(code) }
    for code in judgement.lintCodes { lintCodes.count(code) }
    if let code = judgement.veltCode { veltCodes.count(code.rawValue) }
    let header = headers.entry(startOf: token)
    var issuer: Int?
    if let claims = judgement.claims {
      let life = RemainingLife(until: claims.expiration, from: settings.now)
      result.tally.lives[life.rawValue] += 1
      if let value = claims.issuer {
        let index = index(ofIssuer: value)
        issuers.count(index)
        issuer = index
      }
      if let seed = settings.repeatSeed {
        // A verified token is known by the end of its signature, which fits no other text.
        let known =
          judgement.verdict == .verified ? token.extracting(last: Self.signatureEnd) : token
        result.fingerprints.append(
          Fingerprint(token: known.fingerprint(seed: seed) | 1, identifier: claims.identifier))
      }
    }
    guard settings.output != .none, settings.only == nil || settings.only == judgement.verdict
    else { return }
    var output: [UInt8] = []
    swap(&output, &result.output)
    defer { swap(&output, &result.output) }
    record?.writeStart(to: &output)
    // In spans: an array that is handed over is counted for each token.
    let shownHeaders = headers.entries.span
    let shownIssuers = issuers.shown.span
    let shownIssuer = if let issuer { shownIssuers[issuer].span } else { Span<UInt8>() }
    writer.write(
      judgement, header: shownHeaders[header].shown.span, issuer: shownIssuer,
      digest: token.isEmpty ? nil : ByteDigest(of: token)?.prefix, at: place, id: id,
      to: &output)
    record?.writeEnd(to: &output)
    output.append(UInt8(ascii: "\n"))
  }

  private mutating func index(ofIssuer value: JSONValue) -> Int {
    value.withSource { source in
      issuers.index(of: source) { ShownJSON.value(value) }
    }
  }

  private mutating func takeCounts() {
    for verdict in AuditVerdict.allCases where verdictCounts[verdict.position] > 0 {
      result.tally.verdicts[verdict] = verdictCounts[verdict.position]
      verdictCounts[verdict.position] = 0
    }
    result.tally.codes = codes.takeCounts()
    result.tally.lintCodes = lintCodes.takeCounts()
    result.tally.veltCodes = veltCodes.takeCounts()
    result.tally.issuers = issuers.takeCounts()
    (result.tally.algorithms, result.tally.keys) = headers.takeCounts()
  }
}

extension Span<UInt8> {
  /// Whether the text begins with `{"` in base64url, as nearly every header does.
  fileprivate var startsAsTokens: Bool {
    count > 2 && self[0] == UInt8(ascii: "e") && self[1] == UInt8(ascii: "y")
      && self[2] == UInt8(ascii: "J")
  }
}
