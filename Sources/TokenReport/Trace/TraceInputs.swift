import JWTValidation
import Velt

/// What each check looks at, in words without values: names, times, kinds and lengths.
struct TraceInputs {
  let trace: Trace
  let report: Report
  private let inspection: Inspection

  init(trace: Trace, report: Report) {
    self.trace = trace
    self.report = report
    inspection = Inspection(of: trace.token)
  }

  /// The steps of looking at a token without verifying it.
  func checksOfDecoding(_ findings: [ReportedFinding]) -> [CheckLine] {
    var codes: [String: [String]] = [:]
    for finding in inspection.findings where finding.severity == .error {
      codes[Self.step(of: finding), default: []].append(finding.code)
    }
    return ["structure", "header", "payload"].map { CheckLine($0, codes: codes[$0] ?? []) }
      + ["signature", "claims"].map {
        CheckLine($0, .skipped, reason: "decode verifies nothing")
      }
  }

  private static func step(of finding: Finding) -> String {
    switch finding {
    case .token(.encoding(let segment, _)), .token(.json(let segment, _)),
      .token(.notAnObject(let segment, _)):
      segment == .signature ? "structure" : segment.rawValue
    case .header: "header"
    default: "structure"
    }
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
    case .structure: structure
    case .header: inspection.header.map { "members \(ShownName.quoted($0.parameters.map(\.name)))" }
    case .algorithm: algorithm
    case .key: key
    case .signature: signature
    case .payload: payload
    case .typ: "the header's typ is \(type)" + accepted(acceptedType)
    case .exp, .nbf, .iat: Self.joined([time(check.rawValue), now, leeway])
    case .age: Self.joined([time("iat"), now, leeway, limit(trace.policy?.maximumAge)])
    case .lifetime: Self.joined([time("iat"), time("exp"), limit(longestLife)])
    case .iss: kind("iss") + accepted(issuers)
    case .aud: kind("aud") + accepted(audiences)
    case .sub, .jti: kind(check.rawValue)
    case .required: required
    case .rules: rules
    }
  }

  private var structure: String {
    let parts = trace.token.count { $0 == UInt8(ascii: ".") } + 1
    return "\(Self.bytes(trace.token.count)) in \(parts == 1 ? "1 part" : "\(parts) parts")"
  }

  private var algorithm: String? {
    guard let header = inspection.header else { return nil }
    let name = ShownName.quoted(String(decoding: header.algorithmName, as: UTF8.self))
    return "the token says \(name)" + accepted(trace.policy?.algorithms.map(\.name))
  }

  private var key: String? {
    guard let header = inspection.header else { return nil }
    let name = header.keyIDBytes.map { ShownName.quoted(String(decoding: $0, as: UTF8.self)) }
    return Self.joined([
      name.map { "kid \($0)" } ?? "no kid",
      trace.keyCount.map { $0 == 1 ? "1 key" : "\($0) keys" },
    ])
  }

  private var signature: String? {
    guard let count = inspection.signatureByteCount,
      let dot = trace.token.lastIndex(of: UInt8(ascii: "."))
    else { return nil }
    return "\(Self.bytes(count)) over \(Self.bytes(dot))"
  }

  private var payload: String? {
    guard let payload = inspection.payload else { return nil }
    let names = inspection.claims.map { "claims \(ShownName.quoted($0.map(\.name)))" }
    return Self.joined([Self.bytes(payload.count), names])
  }

  private var acceptedType: [String]? {
    if case .exactly(let type) = trace.policy?.type { [type] } else { nil }
  }

  private var type: String {
    guard let value = inspection.header?.parameters["typ"] else { return "not there" }
    return value.string.map { ShownName.quoted($0) } ?? value.kind.foundWords
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
    return names.map { kind($0) }.joined(separator: "; ")
  }

  private var rules: String? {
    guard let rules = trace.policy?.claimRules, !rules.isEmpty else { return nil }
    return rules.map { rule in
      let value = inspection.claims?[rule.pointer]
      return "\(ShownName.pointer(rule.pointer)) is \(value.map(Self.shape) ?? "not there")"
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
    Self.joined([time("iat"), time("exp"), now, "48 h"])
  }

  // MARK: Words

  private var now: String { "now \(ShownTime.utc(report.times.now))" }

  private var leeway: String? {
    trace.policy.map { "leeway \(DurationText.words($0.leeway.components.seconds))" }
  }

  private func limit(_ limit: Duration?) -> String? {
    limit.map { "at most \(DurationText.words($0.components.seconds))" }
  }

  private func time(_ name: String) -> String {
    guard let value = inspection.claims?[name] else { return "no \(name)" }
    guard let date = try? TimeClaim.read(value, claim: name) else { return kind(name) }
    return "\(name) \(ShownTime.utc(date))"
  }

  private func kind(_ name: String) -> String {
    let value = inspection.claims?[name]
    return "\(JSONEscape.displayed(name.utf8)) is \(value.map(Self.shape) ?? "not there")"
  }

  private func accepted(_ names: [String]?) -> String {
    guard let names, !names.isEmpty else { return "" }
    return ", accepted \(names.count == 1 ? "is" : "are") \(ShownName.quoted(names))"
  }

  private static func shape(_ value: JSONValue) -> String {
    switch value.kind {
    case .string: "a string of \(bytes(value.stringBytes?.count ?? 0))"
    case .array: "an array of \(value.array?.count ?? 0)"
    case .object: "an object of \(value.object?.count ?? 0)"
    case .number, .boolean, .null: value.kind.foundWords
    }
  }

  private static func shape(_ value: ClaimValue) -> String {
    value.kind == .string
      ? "a string of \(bytes(value.revealed.utf8.count))" : value.kind.foundWords
  }

  private static func bytes(_ count: Int) -> String { count == 1 ? "1 byte" : "\(count) bytes" }

  private static func joined(_ parts: [String?]) -> String {
    parts.compactMap(\.self).joined(separator: ", ")
  }
}
