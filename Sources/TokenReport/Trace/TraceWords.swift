import JWTValidation

/// What a token looks like, in words without values: names, times, kinds and lengths.
struct TraceWords {
  let inspection: Inspection
  private let token: [UInt8]

  init(_ token: [UInt8]) {
    self.token = token
    inspection = Inspection(of: token)
  }

  /// The steps of reading a token, which are taken whatever it is read for.
  var checksOfReading: [CheckLine] {
    var codes: [String: [String]] = [:]
    for finding in inspection.findings where finding.severity == .error {
      codes[Self.step(of: finding), default: []].append(finding.code)
    }
    let parts = [
      ("structure", true), ("header", inspection.header != nil),
      ("payload", inspection.payload != nil),
    ]
    return parts.map { name, isRead in
      let codes = codes[name] ?? []
      return isRead || !codes.isEmpty
        ? CheckLine(name, codes: codes) : CheckLine(name, .skipped, reason: "not reached")
    }
  }

  /// The same with what each looks at, for commands that make no report.
  var tracedReading: [CheckLine] {
    zip(checksOfReading, [structure, header, payload]).map { line, inputs in
      var line = line
      line.inputs = inputs
      line.source = "always made"
      return line
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

  var size: String { Self.bytes(token.count) }

  var structure: String {
    let parts = token.count { $0 == UInt8(ascii: ".") } + 1
    return "\(size) in \(parts == 1 ? "1 part" : "\(parts) parts")"
  }

  var header: String? {
    inspection.header.map { "members \(ShownName.quoted($0.parameters.map(\.name)))" }
  }

  var algorithm: String? {
    inspection.header.map {
      "the token says \(ShownName.quoted(String(decoding: $0.algorithmName, as: UTF8.self)))"
    }
  }

  func key(count: Int?) -> String? {
    guard let header = inspection.header else { return nil }
    let name = header.keyIDBytes.map { ShownName.quoted(String(decoding: $0, as: UTF8.self)) }
    return Self.joined([
      name.map { "kid \($0)" } ?? "no kid", count.map { $0 == 1 ? "1 key" : "\($0) keys" },
    ])
  }

  var signature: String? {
    guard let count = inspection.signatureByteCount,
      let dot = token.lastIndex(of: UInt8(ascii: "."))
    else { return nil }
    return "\(Self.bytes(count)) over \(Self.bytes(dot))"
  }

  var payload: String? {
    guard let payload = inspection.payload else { return nil }
    return Self.joined([Self.bytes(payload.count), names])
  }

  var names: String? {
    inspection.claims.map { "claims \(ShownName.quoted($0.map(\.name)))" }
  }

  var type: String {
    guard let value = inspection.header?.parameters["typ"] else { return "not there" }
    return value.string.map { ShownName.quoted($0) } ?? value.kind.foundWords
  }

  /// A claim that may be a time.
  func time(_ name: String) -> String {
    guard let value = inspection.claims?[name] else { return "no \(name)" }
    guard let date = try? TimeClaim.read(value, claim: name) else { return kind(name) }
    return "\(name) \(ShownTime.utc(date))"
  }

  /// A claim that is no time.
  func kind(_ name: String) -> String { Self.kind(name, inspection.claims?[name]) }

  /// A member of the header; algorithms, types and key IDs are names and no values.
  func parameter(_ name: String) -> String {
    let value = inspection.header?.parameters[name]
    let isName = ["alg", "typ", "kid"].contains { name.utf8.elementsEqual($0.utf8) }
    guard isName, let text = value?.string else { return Self.kind(name, value) }
    return "\(name) is \(ShownName.quoted(text))"
  }

  private static func kind(_ name: String, _ value: JSONValue?) -> String {
    "\(JSONEscape.displayed(name.utf8)) is \(value.map(shape) ?? "not there")"
  }

  // MARK: Words

  static func shape(_ value: JSONValue) -> String {
    switch value.kind {
    case .string: "a string of \(bytes(value.stringBytes?.count ?? 0))"
    case .array: "an array of \(value.array?.count ?? 0)"
    case .object: "an object of \(value.object?.count ?? 0)"
    case .number, .boolean, .null: value.kind.foundWords
    }
  }

  static func bytes(_ count: Int) -> String { count == 1 ? "1 byte" : "\(count) bytes" }

  static func joined(_ parts: [String?]) -> String {
    parts.compactMap(\.self).joined(separator: ", ")
  }
}
