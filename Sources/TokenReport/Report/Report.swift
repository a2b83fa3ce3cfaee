public import JWTValidation
package import Velt

/// Everything that a tool says about one token, before it becomes text or JSON.
///
/// Both forms come from this one value, so they cannot disagree. It holds claim values, because
/// whoever runs the tool asked to see them; a log gets the codes instead.
public struct Report: Sendable {
  /// What is known about the signature.
  package enum Signature: String, Equatable, Sendable {
    case valid, invalid
    case notChecked = "not-checked"
  }

  /// The one thing that must not be misunderstood.
  package let verdict: Verdict
  /// What the verdict amounts to.
  public let conclusion: Conclusion
  /// What is known about the signature.
  package let signature: Signature
  /// What the text has the shape of.
  package let form: Inspection.Form
  /// The header, if it could be read.
  package let header: JSONObject?
  /// The claims, if they could be read.
  package let claims: JSONObject?
  /// The payload where it is readable text but no claims set.
  package let payload: [UInt8]?
  /// The times.
  package let times: TokenTimes
  /// Everything that was found, the heaviest first.
  package let findings: [ReportedFinding]
  /// Every check in its order; empty where only decoding was asked for.
  package internal(set) var checks: [CheckLine]
  /// Whether the checks are told with their inputs, and nothing is told with its value.
  package internal(set) var isTrace = false
  /// The token beside the request and the identify call.
  package let comparisons: [Comparison]
  /// What the service's own `verifyToken` should say; `nil` where it has nothing to say.
  package let verifyTokenCode: VerifyTokenCode?
  /// What was done to the input, and what was passed over in the keys.
  package let notes: [String]

  /// The verdict in one line, in words that cannot be misread.
  public var verdictLine: String { verdict.line }
  /// The stable names of everything that was found, the heaviest first: what a log needs.
  public var codes: [String] { findings.map(\.code) }
  /// The report as text for people; the first line is the verdict. It holds claim values.
  public func text(style: Style = .plain) -> String { TextReport.text(self, style: style) }
  /// The report as one JSON object for programs, version 1 of its schema. It holds claim values.
  public var json: JSONTree { JSONReport.tree(self) }

  init(
    verdict: Verdict, conclusion: Conclusion, signature: Signature, inspection: Inspection,
    times: TokenTimes, findings: [ReportedFinding], checks: [CheckLine] = [],
    comparisons: [Comparison] = [], verifyTokenCode: VerifyTokenCode? = nil, notes: [String]
  ) {
    self.verdict = verdict
    self.conclusion = conclusion
    self.signature = signature
    form = inspection.form
    header = inspection.header?.parameters
    claims = inspection.claims
    payload = inspection.claims == nil ? inspection.payload : nil
    self.times = times
    self.findings = findings.sorted { $0.severity > $1.severity }
    self.checks = checks
    self.comparisons = comparisons
    self.verifyTokenCode = verifyTokenCode
    self.notes = notes
  }
}

extension Verdict {
  /// The verdict on a token that is refused, for the errors among the findings.
  init(rejectedFor findings: [ReportedFinding]) {
    let errors = findings.filter { $0.severity == .error }
    let first = errors.first.map { "\($0.message) [\($0.code)]" } ?? ""
    self = .rejected(codes: errors.map(\.code), first: first)
  }
}

extension ReportedFinding {
  init(_ finding: Finding, in token: [UInt8], _ finder: SpanFinder) {
    var place: SourcePlace?
    if case .token(let error) = finding { place = SourcePlace(error, in: token, finder.inspection) }
    self.init(
      finding, finding.severity, claim: finding.claim,
      spans: [finder.span(of: finding)].compactMap(\.self), place: place)
  }

  init(_ finding: VeltFinding, in token: [UInt8], _ finder: SpanFinder, rows: [MatchRow]) {
    if case .validation(let finding) = finding {
      self.init(finding, in: token, finder)
    } else {
      self.init(
        finding, finding.severity, claim: finding.claim,
        spans: finder.spans(of: finding, rows: rows))
    }
  }
}
