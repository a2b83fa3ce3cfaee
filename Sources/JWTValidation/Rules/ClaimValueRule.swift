/// Every value that the policy has a rule for is there, and as the rule asks; `null` counts as not
/// there.
enum ClaimValueRule {
  @inline(__always)
  static func evaluate(
    _ claims: ClaimsSet, _ policy: PreparedPolicy, into sink: inout some CheckSink
  ) {
    guard !policy.policy.claimRules.isEmpty else { return sink.skip(.rules, .notAsked) }
    var areMet = true
    for rule in policy.policy.claimRules {
      guard let failure = failure(rule, claims.revealed) else { continue }
      sink.fail(.rules, failure)
      areMet = false
    }
    if areMet { sink.pass(.rules) }
  }

  private static func failure(_ rule: ClaimRule, _ claims: JSONObject) -> ClaimFailure? {
    guard let value = claims[rule.pointer], !value.isNull else {
      return .missing(claim: rule.pointer.claimName)
    }
    guard !rule.requirement.isMet(by: value) else { return nil }
    return switch rule.requirement {
    case .equals(let value): .notEqual(at: rule.pointer, value: value)
    case .oneOf(let values): .notOneOf(at: rule.pointer, values: values)
    case .contains(let value): .notContaining(at: rule.pointer, value: value)
    case .containsWord(let word): .notContaining(at: rule.pointer, value: .string(word))
    }
  }
}

extension JSONPointer {
  /// The name of a claim for a pointer to one, and the pointer itself for one into a claim.
  fileprivate var claimName: String {
    tokens.count == 1 ? String(decoding: tokens[0], as: UTF8.self) : description
  }
}
