import JWTValidation
import Velt

/// A report as one JSON object for programs: version 1 of the schema.
///
/// The article `JSONOutput` of this module documents every member. Members are added without
/// a new version; none is renamed, removed or given another meaning.
enum JSONReport {
  /// The version of the schema.
  static let version: Int64 = 1

  /// The object. Members that do not apply are left out, except for `header` and `claims`, which
  /// are `null` where they could not be read.
  static func tree(_ report: Report) -> JSONTree {
    .members([
      ("version", .integer(version)),
      ("verdict", .string(report.verdict.word)),
      ("signature", .string(report.signature.rawValue)),
      ("algorithm", report.verdict.signer.map { .string($0.algorithm.name) }),
      ("key", report.verdict.signer.map { key($0.key) }),
      ("form", .string(report.form.rawValue)),
      ("veltCode", report.verifyTokenCode.map { .string($0.rawValue) }),
      ("findings", .array(report.findings.map(finding))),
      ("times", times(report.times)),
      ("header", shown(report.header, report).map { .received(JSONValue($0)) } ?? .null),
      ("claims", shown(report.claims, report).map { .received(JSONValue($0)) } ?? .null),
      (
        "comparisons",
        report.comparisons.isEmpty || report.isTrace
          ? nil : .object(report.comparisons.map { comparison($0, value: value) })
      ),
      ("checks", report.checks.isEmpty ? nil : .array(report.checks.map(check))),
      ("notes", report.notes.isEmpty ? nil : .array(report.notes.map { .string($0) })),
    ])
  }

  private static func key(_ key: MatchedKey) -> JSONTree {
    .members([("index", .integer(Int64(key.index))), ("kid", key.keyID.map { .string($0) })])
  }

  private static func finding(_ finding: ReportedFinding) -> JSONTree {
    .members(members(finding))
  }

  /// What the objects of every command say about a finding.
  static func members(_ finding: ReportedFinding) -> [(name: String, value: JSONTree?)] {
    [
      ("code", .string(finding.code)),
      ("severity", .string(finding.severity.rawValue)),
      ("claim", finding.claim.map { .string($0) }),
      ("message", .string(finding.message)),
      ("hint", finding.hint.map { .string($0) }),
      ("rfc", finding.reference.map { .string($0) }),
      ("span", finding.spans.first.map(span)),
      (
        "furtherSpans",
        finding.spans.count > 1 ? .array(finding.spans.dropFirst().map(span)) : nil
      ),
    ]
  }

  private static func span(_ span: TokenSpan) -> JSONTree {
    [
      "segment": .string(span.segment.rawValue),
      "decoded": .boolean(span.isDecoded),
      "offset": .integer(Int64(span.offset)),
      "length": .integer(Int64(span.length)),
      "tokenColumn": .integer(Int64(span.tokenColumn)),
    ]
  }

  private static func times(_ times: TokenTimes) -> JSONTree {
    .members([
      ("now", .integer(times.now.seconds)),
      ("issuedAt", times.issuedAt.map { .integer($0.seconds) }),
      ("expiresAt", times.expiresAt.map { .integer($0.seconds) }),
      ("endsAt", times.end.map { .integer($0.seconds) }),
      ("endsBy", endsBy(times).map { .string($0) }),
      ("secondsLeft", times.secondsLeft.map { .integer($0) }),
    ])
  }

  private static func endsBy(_ times: TokenTimes) -> String? {
    switch times.windowEnd {
    case .issueAndLength: "iat"
    case .expiration: "exp"
    case nil: times.expiresAt == nil ? nil : "exp"
    }
  }

  /// A comparison as a member, with its values shown in some way.
  static func comparison(
    _ comparison: Comparison, value: (ClaimValue) -> JSONTree
  ) -> (String, JSONTree) {
    (comparison.subject.rawValue, .array(comparison.rows.map { row($0, value) }))
  }

  private static func row(_ row: MatchRow, _ value: (ClaimValue) -> JSONTree) -> JSONTree {
    .members([
      ("claim", .string(row.claim.name)),
      ("outcome", .string(row.outcome.word)),
      ("expected", row.asked.map(value)),
      (
        "found",
        .array(
          row.places.map { place in
            ["pointer": .string(place.pointer.description), "value": value(place.value)]
          })
      ),
    ])
  }

  /// Texts as texts and flags as flags; whatever else was found is shown as the text it was.
  private static func value(_ value: ClaimValue) -> JSONTree {
    switch value.kind {
    case .boolean: .boolean(value == ClaimValue(true))
    case .null: .null
    default: .string(value.revealed)
    }
  }

  /// One check of any command.
  static func check(_ check: CheckLine) -> JSONTree {
    .members([
      ("name", .string(check.name)),
      ("outcome", .string(check.outcome.rawValue)),
      ("codes", check.codes.isEmpty ? nil : .array(check.codes.map { .string($0) })),
      ("reason", check.reason.map { .string($0) }),
      ("inputs", check.inputs.map { .string($0) }),
      ("askedBy", check.source.map { .string($0) }),
    ])
  }

  /// A trace shows no values.
  private static func shown(_ object: JSONObject?, _ report: Report) -> JSONObject? {
    report.isTrace ? nil : object
  }
}
