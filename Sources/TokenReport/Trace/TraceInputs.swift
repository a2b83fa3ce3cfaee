import JWTValidation
import Velt

/// What each check looks at, in words without values: names, times, kinds and lengths.
struct TraceInputs {
  let trace: Trace
  let report: Report
  private let token: TraceWords

  private var inspection: Inspection { token.inspection }

  init(trace: Trace, report: Report) {
    self.trace = trace
    self.report = report
    token = TraceWords(trace.token)
  }

  /// What a check looks at; `nil` where there is nothing to say.
  func words(for check: String) -> String? {
    if let name = Check.Name(rawValue: check) { return words(for: name) }
    if check.utf8.elementsEqual("window".utf8) { return window }
    let row = report.comparisons.lazy.flatMap { comparison in
      comparison.rows.map { (name: "\(comparison.subject.rawValue) \($0.claim.name)", row: $0) }
    }.first { $0.name.utf8.elementsEqual(check.utf8) }
    return row.map { words($0.row) }
  }

  // MARK: Steps of a verification

  private func words(for check: Check.Name) -> String? {
    switch check {
    case .structure: token.structure
    case .header: token.header
    case .algorithm: token.algorithm.map { $0 + accepted(trace.policy?.algorithms.map(\.name)) }
    case .key: token.key(count: trace.keyCount)
    case .signature: token.signature
    case .payload: token.payload
    case .typ: "the header's typ is \(token.type)" + accepted(acceptedType)
    case .exp, .nbf, .iat: TraceWords.joined([token.time(check.rawValue), now, leeway])
    case .age: TraceWords.joined([token.time("iat"), now, leeway, limit(trace.policy?.maximumAge)])
    case .lifetime: TraceWords.joined([token.time("iat"), token.time("exp"), limit(longestLife)])
    case .iss: token.kind("iss") + accepted(issuers)
    case .aud: token.kind("aud") + accepted(audiences)
    case .sub, .jti: token.kind(check.rawValue)
    case .required: required
    case .rules: rules
    }
  }

  private var acceptedType: [String]? {
    if case .exactly(let type) = trace.policy?.type { [type] } else { nil }
  }

  private var issuers: [String]? {
    switch trace.policy?.issuer {
    case .exactly(let issuer): [issuer]
    case .oneOf(let issuers): issuers
    case .ignored, nil: nil
    }
  }

  private var audiences: [String]? {
    switch trace.policy?.audience {
    case .containing(let name): [name]
    case .containingOneOf(let names): names
    case .ignored, nil: nil
    }
  }

  private var longestLife: Duration? {
    if case .atMost(let limit) = trace.policy?.lifetime { limit } else { nil }
  }

  private var required: String? {
    guard let names = trace.policy?.requiredClaims, !names.isEmpty else { return nil }
    return names.map { token.kind($0) }.joined(separator: "; ")
  }

  private var rules: String? {
    guard let rules = trace.policy?.claimRules, !rules.isEmpty else { return nil }
    return rules.map { rule in
      let value = inspection.claims?[rule.pointer]
      return "\(ShownName.pointer(rule.pointer)) is \(value.map(TraceWords.shape) ?? "not there")"
    }.joined(separator: "; ")
  }

  // MARK: Comparisons

  private func words(_ row: MatchRow) -> String {
    let asked = row.asked.map { "\(Self.shape($0))" } ?? "nothing"
    let found = row.places.map { "\(Self.shape($0.value)) at \(ShownName.pointer($0.pointer))" }
    return "asked for \(asked), the token has "
      + (found.isEmpty ? "nothing" : found.joined(separator: ", "))
  }

  private var window: String {
    TraceWords.joined([token.time("iat"), token.time("exp"), now, "48 h"])
  }

  // MARK: Words

  private var now: String { "now \(ShownTime.utc(report.times.now))" }

  private var leeway: String? {
    trace.policy.map { "leeway \(DurationText.words($0.leeway.components.seconds))" }
  }

  private func limit(_ limit: Duration?) -> String? {
    limit.map { "at most \(DurationText.words($0.components.seconds))" }
  }

  private func accepted(_ names: [String]?) -> String {
    guard let names, !names.isEmpty else { return "" }
    return ", accepted \(names.count == 1 ? "is" : "are") \(ShownName.quoted(names))"
  }

  private static func shape(_ value: ClaimValue) -> String {
    value.kind == .string
      ? "a string of \(TraceWords.bytes(value.revealed.utf8.count))" : value.kind.foundWords
  }

}
