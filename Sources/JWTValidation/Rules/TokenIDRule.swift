/// `jti`, where it is there, is a string (RFC 7519 §4.1.7).
enum TokenIDRule {
  @inline(__always)
  static func evaluate(_ claims: ClaimsSet, into sink: inout some CheckSink) {
    guard let kind = claims.kind(.jti) else { return sink.skip(.jti, .absent) }
    guard kind == .string else {
      return sink.fail(.jti, .wrongType(claim: "jti", expected: [.string], found: kind))
    }
    sink.pass(.jti)
  }
}
