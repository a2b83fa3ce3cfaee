import JWTValidation
import Velt

/// A report as text for people.
///
/// The first line is the verdict. The rest can be read from top to bottom without knowing a flag:
/// what was found, what the token says, its times, the comparison, and every check.
struct TextReport {
  private let report: Report
  private let style: Style
  private var lines: [String] = []

  /// Sets a report; the text ends with a line feed.
  static func text(_ report: Report, style: Style) -> String {
    var text = TextReport(report: report, style: style)
    text.compose()
    return text.lines.endedLines
  }

  private init(report: Report, style: Style) {
    self.report = report
    self.style = style
  }

  private mutating func compose() {
    lines.append(style.set(report.verdict.line, role(of: report.verdict)))
    addFindings()
    if !report.isTrace { addContent() }
    addChecks()
    addNotes()
  }

  private mutating func addContent() {
    addMembers("Header" + trust, report.header, .header)
    addMembers("Claims" + trust, report.claims, .payload)
    addPayload()
    addTimes()
    for comparison in report.comparisons { add(comparison) }
  }

  private func role(of verdict: Verdict) -> Style.Role {
    switch verdict {
    case .verified, .matchedAndVerified: .good
    case .decoded, .matched: .caution
    case .rejected: .bad
    }
  }

  private mutating func add(heading: String) {
    lines += ["", style.set(heading, .heading)]
  }

  // MARK: Findings

  private mutating func addFindings() {
    let words = FindingLines(style: style, showsText: !report.isTrace)
    for finding in report.findings { lines += words.lines(finding) }
  }

  // MARK: Content

  /// What a reader must know who sees nothing but this part of the text.
  private var trust: String { report.signature == .valid ? "" : " (not verified)" }

  private mutating func addMembers(
    _ heading: String, _ object: JSONObject?, _ segment: TokenSegment
  ) {
    guard let object else { return }
    add(heading: heading)
    let marks = MemberLines.Mark.all(report.findings, in: segment)
    lines += MemberLines(style: style, now: report.times.now, marks: marks).lines(object)
  }

  /// A payload that is no claims set is shown as the text it is, as far as a screen holds it.
  private mutating func addPayload() {
    guard let payload = report.payload else { return }
    add(heading: "Payload (\(payload.count) bytes, no claims set)\(trust)")
    let shown = SourceExcerpt.shown(payload.prefix(Self.payloadLimit))
    lines.append("  " + shown + (payload.count > Self.payloadLimit ? "..." : ""))
  }

  private static let payloadLimit = 1000

  private mutating func addTimes() {
    let times = report.times
    guard times.issuedAt != nil || times.end != nil else { return }
    add(heading: "Time")
    if let issuedAt = times.issuedAt {
      lines.append("  issued   \(ShownTime.utc(issuedAt))  \(distance(issuedAt))")
    }
    lines.append("  now      \(ShownTime.utc(times.now))")
    if let end = times.end {
      lines.append("  expires  \(ShownTime.utc(end))  \(distance(end))\(reason)")
    }
    if let bar = TimeBar(times) {
      lines.append("  \(bar.line)  (\(DurationText.words(bar.span)))")
    }
  }

  private func distance(_ date: NumericDate) -> String {
    TimeText.distance(date, from: report.times.now)
  }

  private var reason: String {
    switch report.times.windowEnd {
    case .expiration: ", by exp"
    case .issueAndLength: ", 48 h after iat"
    case nil: ""
    }
  }

  // MARK: Comparison

  private mutating func add(_ comparison: Comparison) {
    switch comparison.subject {
    case .request: add(heading: "Request")
    case .identify: add(heading: "identify() call")
    }
    for row in comparison.rows {
      let mark =
        row.outcome.isGood
        ? style.set("ok ", .good)
        : row.findings.contains { $0.severity == .error }
          ? style.set("NO ", .bad) : style.set("-- ", .caution)
      let name = row.claim.name + String.blanks(14 - row.claim.name.utf8.count)
      lines.append("  \(mark) \(name)  \(words(row, comparison.subject))")
    }
  }

  private func words(_ row: MatchRow, _ subject: Comparison.Subject) -> String {
    let asked =
      row.asked.map { value in
        (subject == .request ? "asked for " : "given ") + shown(value)
      } ?? (subject == .request ? "not asked for" : "not given")
    let found =
      row.places.isEmpty
      ? "the token has none"
      : "the token has "
        + row.places.map { "\(shown($0.value)) at \(ShownName.pointer($0.pointer))" }
        .joined(separator: ", ")
    return "\(asked), \(found)"
  }

  private func shown(_ value: ClaimValue) -> String {
    guard value.kind == .string else { return JSONEscape.displayed(value.revealed.utf8) }
    // A value with quotation marks of its own must not read like the words around it.
    var text: [UInt8] = []
    JSONEscape.append(Array(value.revealed.utf8), to: &text, escaping: Array("\"\\".utf8))
    return "\"\(String(decoding: text, as: UTF8.self))\""
  }

  // MARK: Checks and notes

  private mutating func addChecks() {
    guard !report.checks.isEmpty else { return }
    add(heading: report.isTrace ? "Trace" : "Checks")
    lines += CheckText(style: style).lines(report.checks)
  }

  private mutating func addNotes() {
    guard !report.notes.isEmpty else { return }
    add(heading: "Notes")
    lines += report.notes.map { "  " + $0 }
  }
}
