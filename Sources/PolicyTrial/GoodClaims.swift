import JWTValidation
import PolicyFile

/// The claims of a token that satisfies a policy, made by its own rules.
enum GoodClaims {
  /// How long a good token lives where the policy sets no shorter limit, in seconds.
  static let usualLifetime: Int64 = 600

  /// Claims that are good at a time.
  static func claims(for entry: PolicyEntry, at now: NumericDate) -> JSONTree {
    let policy = entry.policy
    var lifetime = usualLifetime
    if case .atMost(let limit) = policy.lifetime {
      lifetime = min(lifetime, limit.components.seconds)
    }
    var claims: JSONTree = [
      "iss": .string(entry.issuers.first ?? "https://issuer.test"),
      "sub": .string(policy.subject ?? "user-1"), "aud": .string(audience(policy)),
      "iat": .integer(now.seconds), "exp": .integer(now.seconds + lifetime),
    ]
    for name in policy.requiredClaims where !claims.has(name) {
      let value: JSONTree = name.utf8.elementsEqual("nbf".utf8) ? .integer(now.seconds) : "x"
      claims = claims.setting(value, at: JSONPointer(members: [name]))
    }
    for (pointer, value) in values(policy.claimRules) {
      claims = claims.setting(value, at: pointer)
    }
    return claims
  }

  private static func audience(_ policy: ValidationPolicy) -> String {
    switch policy.audience {
    case .containing(let name): name
    case .containingOneOf(let names): names.first ?? ""
    case .ignored: "audience.test"
    }
  }

  /// A value for each place that has rules: one that meets all of them, if the rules do not
  /// contradict each other.
  private static func values(_ rules: [ClaimRule]) -> [(JSONPointer, JSONTree)] {
    var places: [JSONPointer] = []
    for rule in rules where !places.contains(rule.pointer) { places.append(rule.pointer) }
    return places.map { place in
      (place, value(rules.filter { $0.pointer == place }.map(\.requirement)))
    }
  }

  private static func value(_ requirements: [ClaimRule.Requirement]) -> JSONTree {
    var elements: [JSONTree] = []
    var words: [String] = []
    for requirement in requirements {
      switch requirement {
      case .equals(let value): return value.tree
      case .oneOf(let values): if let first = values.first { return first.tree }
      case .contains(let value): elements.append(value.tree)
      case .containsWord(let word): words.append(word)
      }
    }
    return words.isEmpty ? .array(elements) : .string(words.joined(separator: " "))
  }
}

extension ClaimRule.Value {
  /// The value as JSON.
  var tree: JSONTree {
    switch self {
    case .string(let text): .string(text)
    case .integer(let number): .integer(number)
    case .boolean(let boolean): .boolean(boolean)
    }
  }
}
