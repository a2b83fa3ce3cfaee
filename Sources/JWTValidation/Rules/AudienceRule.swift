/// `aud` names an audience that is accepted, byte for byte (RFC 7519 §4.1.3, RFC 8725 §3.9).
enum AudienceRule {
  @inline(__always)
  static func evaluate(
    _ claims: ClaimsSet, _ policy: PreparedPolicy, into sink: inout some CheckSink
  ) {
    // One accepted name, as in most tokens, needs no search.
    if claims.isString(.aud, oneOf: policy.audiences) { return sink.pass(.aud) }
    guard let kind = claims.kind(.aud), let search = claims.search(.aud, for: policy.audiences)
    else {
      if case .ignored(let reason) = policy.policy.audience {
        return sink.skip(.aud, .waived(reason))
      }
      return sink.fail(.aud, .missing(claim: "aud"))
    }
    if let oddKind = search.oddKind { return sink.fail(.aud, typeFailure(kind, oddKind)) }
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
    value.search(for: []).oddKind.map { typeFailure(value.kind, $0) }
  }

  private static func typeFailure(
    _ kind: JSONValue.Kind, _ oddKind: JSONValue.Kind
  ) -> ClaimFailure {
    // Inside an array only strings may stand.
    let expected: [JSONValue.Kind] = kind == .array ? [.string] : [.string, .array]
    return .wrongType(claim: "aud", expected: expected, found: oddKind)
  }
}
