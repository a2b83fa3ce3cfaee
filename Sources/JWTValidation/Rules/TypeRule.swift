import StrictCoding

/// The header's `typ` is the one the policy names (RFC 8725 §3.11).
enum TypeRule {
  @inline(__always)
  static func evaluate(
    _ header: @autoclosure () -> JOSEHeader, _ policy: PreparedPolicy,
    into sink: inout some CheckSink
  ) {
    guard let accepted = policy.type else {
      if case .ignored(let reason) = policy.policy.type { return sink.skip(.typ, .waived(reason)) }
      return sink.skip(.typ, .notAsked)
    }
    guard let type = header().parameters["typ"]?.stringBytes else {
      return sink.fail(.typ, .missing(claim: "typ"))
    }
    guard normalized(type) == normalized(accepted) else {
      return sink.fail(.typ, .typeMismatch(accepted: String(decoding: accepted, as: UTF8.self)))
    }
    sink.pass(.typ)
  }

  /// Media types do not depend on letter case, and `application/` may be left out where no other
  /// slash follows (RFC 7515 §4.1.9).
  private static func normalized(_ type: [UInt8]) -> [UInt8] {
    let lowered = type.map(lowercased)
    let prefix = Array("application/".utf8)
    guard lowered.starts(with: prefix) else { return lowered }
    let rest = lowered.dropFirst(prefix.count)
    return rest.contains(UInt8(ascii: "/")) ? lowered : Array(rest)
  }
}
