/// `aud` names an audience that is accepted, byte for byte (RFC 7519 §4.1.3, RFC 8725 §3.9).
enum AudienceRule {
  @inline(__always)
  static func evaluate(
    _ claims: ClaimsSet, _ policy: PreparedPolicy, into sink: inout some CheckSink
  ) {
    let value = claims[.aud]
    if let value, let failure = typeFailure(value) { return sink.fail(.aud, failure) }
    if case .ignored(let reason) = policy.policy.audience {
      return sink.skip(.aud, .waived(reason))
    }
    guard let value else { return sink.fail(.aud, .missing(claim: "aud")) }
    guard names(value, anyOf: policy.audiences) else {
      let accepted = policy.audiences.map { String(decoding: $0, as: UTF8.self) }
      return sink.fail(.aud, .audienceMismatch(accepted: accepted))
    }
    sink.pass(.aud)
  }

  /// The failure of an audience that is neither a string nor an array of strings.
  static func typeFailure(_ value: JSONValue) -> ClaimFailure? {
    if value.kind == .string { return nil }
    guard value.kind == .array else {
      return .wrongType(claim: "aud", expected: [.string, .array], found: value.kind)
    }
    // Inside an array only strings may stand.
    var odd: JSONValue.Kind?
    value.forEachElement { element in
      if odd == nil, element.kind != .string { odd = element.kind }
    }
    return odd.map { .wrongType(claim: "aud", expected: [.string], found: $0) }
  }

  /// Whether the audience, one name or several, holds one that is accepted.
  private static func names(_ value: JSONValue, anyOf accepted: [[UInt8]]) -> Bool {
    func isAccepted(_ name: JSONValue) -> Bool {
      accepted.contains { name.isString(utf8: $0.span) }
    }
    var isFound = isAccepted(value)
    value.forEachElement { element in isFound = isFound || isAccepted(element) }
    return isFound
  }
}
