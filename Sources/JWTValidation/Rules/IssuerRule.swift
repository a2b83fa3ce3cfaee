/// `iss` is an accepted issuer, byte for byte (RFC 7519 §4.1.1, RFC 8725 §3.8).
enum IssuerRule {
  @inline(__always)
  static func evaluate(
    _ claims: ClaimsSet, _ policy: PreparedPolicy, into sink: inout some CheckSink
  ) {
    let kind = claims.kind(.iss)
    if let kind, kind != .string {
      return sink.fail(.iss, .wrongType(claim: "iss", expected: [.string], found: kind))
    }
    if case .ignored(let reason) = policy.policy.issuer { return sink.skip(.iss, .waived(reason)) }
    guard kind != nil else { return sink.fail(.iss, .missing(claim: "iss")) }
    guard claims.isString(.iss, oneOf: policy.issuers) else {
      let accepted = policy.issuers.map { String(decoding: $0, as: UTF8.self) }
      return sink.fail(.iss, .issuerMismatch(accepted: accepted))
    }
    sink.pass(.iss)
  }
}
