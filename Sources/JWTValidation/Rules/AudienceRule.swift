/// `aud` names an audience that is accepted, byte for byte (RFC 7519 §4.1.3, RFC 8725 §3.9).
enum AudienceRule {
  @inline(__always)
  static func evaluate(
    _ claims: ClaimsSet, _ policy: PreparedPolicy, into sink: inout some CheckSink
  ) {
    // One accepted name, as in most tokens, needs no value to be made of it.
    if claims.isString(.aud, oneOf: policy.audiences) { return sink.pass(.aud) }
    guard let value = claims[.aud] else {
      if case .ignored(let reason) = policy.policy.audience {
        return sink.skip(.aud, .waived(reason))
      }
      return sink.fail(.aud, .missing(claim: "aud"))
    }
    let search = AudienceSearch(value, for: policy.audiences)
    if let kind = search.oddKind { return sink.fail(.aud, typeFailure(value, kind)) }
    if case .ignored(let reason) = policy.policy.audience {
      return sink.skip(.aud, .waived(reason))
    }
    guard search.isFound else {
      let accepted = policy.audiences.map { String(decoding: $0, as: UTF8.self) }
      return sink.fail(.aud, .audienceMismatch(accepted: accepted))
    }
    sink.pass(.aud)
  }

  /// The failure of an audience that is neither a string nor an array of strings.
  static func typeFailure(_ value: JSONValue) -> ClaimFailure? {
    AudienceSearch(value, for: []).oddKind.map { typeFailure(value, $0) }
  }

  private static func typeFailure(_ value: JSONValue, _ oddKind: JSONValue.Kind) -> ClaimFailure {
    // Inside an array only strings may stand.
    let expected: [JSONValue.Kind] = value.kind == .array ? [.string] : [.string, .array]
    return .wrongType(claim: "aud", expected: expected, found: oddKind)
  }
}

/// One look through an audience, which is one name or several.
private struct AudienceSearch {
  /// The kind of the first thing that is no name.
  private(set) var oddKind: JSONValue.Kind?
  /// Whether an accepted name is among them.
  private(set) var isFound = false

  init(_ value: JSONValue, for accepted: [[UInt8]]) {
    if value.kind == .array {
      value.forEachElement { note($0, accepted) }
    } else {
      note(value, accepted)
    }
  }

  private mutating func note(_ name: JSONValue, _ accepted: [[UInt8]]) {
    if name.kind != .string { oddKind = oddKind ?? name.kind }
    isFound = isFound || accepted.contains { name.isString(utf8: $0.span) }
  }
}
