/// `aud` names an audience that is accepted, byte for byte (RFC 7519 §4.1.3, RFC 8725 §3.9).
enum AudienceRule {
  @inline(__always)
  static func evaluate(
    _ claims: ClaimsSet, _ policy: PreparedPolicy, into sink: inout some CheckSink
  ) {
    let value = claims[.aud]
    // One string or an array of strings, nothing else.
    let names = value?.array ?? value.map { [$0] } ?? []
    if let failure = typeFailure(value, names) { return sink.fail(.aud, failure) }
    if case .ignored(let reason) = policy.policy.audience {
      return sink.skip(.aud, .waived(reason))
    }
    guard value != nil else { return sink.fail(.aud, .missing(claim: "aud")) }
    guard names.contains(where: { name in policy.audiences.contains { name.isString($0) } }) else {
      let accepted = policy.audiences.map { String(decoding: $0, as: UTF8.self) }
      return sink.fail(.aud, .audienceMismatch(accepted: accepted))
    }
    sink.pass(.aud)
  }

  /// The failure of an audience that is neither a string nor an array of strings.
  static func typeFailure(_ value: JSONValue?, _ names: [JSONValue]) -> ClaimFailure? {
    guard let odd = names.first(where: { $0.kind != .string }) else { return nil }
    // Inside an array only strings may stand.
    let expected: [JSONValue.Kind] = value?.kind == .array ? [.string] : [.string, .array]
    return .wrongType(claim: "aud", expected: expected, found: odd.kind)
  }
}
