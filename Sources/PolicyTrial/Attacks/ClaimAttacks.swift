import JWTIssuing
import JWTValidation
import PolicyFile

extension Attack {
  /// The token is somebody else's, for somebody else, or of another kind; the signature is good.
  static func claims(_ mint: TrialMint) throws(SigningError) -> [Attack] {
    func tokens(_ name: String, _ values: [JSONTree]) throws(SigningError) -> [String] {
      var tokens: [String] = []
      for value in values {
        tokens.append(try mint.token(claims: mint.claims.setting(name, value)))
      }
      return tokens
    }
    let issuer = mint.issuer.entry.issuers.first ?? "https://issuer.test"
    let audience = audience(mint)
    var attacks = [
      Attack(
        "another issuer",
        try tokens(
          "iss", ["https://attacker.test", .string(issuer + "/"), .string(issuer + ".x")]),
        waivedBy: .issuer),
      Attack(
        "no issuer", [try mint.token(claims: mint.claims.removing("iss"))], waivedBy: .issuer),
      Attack("an issuer that is a list", try tokens("iss", [[.string(issuer)]])),
      Attack(
        "another audience",
        try tokens(
          "aud",
          ["other.test", ["other.test", "third.test"], .string(audience + ".other"), []]),
        waivedBy: .audience),
      Attack(
        "no audience", [try mint.token(claims: mint.claims.removing("aud"))],
        waivedBy: .audience),
      Attack(
        "an audience of another type",
        try tokens("aud", [1, [:], [.string(audience), 1], true])),
      Attack(
        "another kind of token (typ)",
        [
          try mint.token(header: mint.header.setting("typ", "trial+jwt")),
          try mint.token(header: mint.header.removing("typ")),
        ], waivedBy: .typ),
    ]
    if mint.policy.subject != nil {
      attacks.append(
        Attack("another subject", try tokens("sub", ["somebody-else", 1, ["user-1"]])))
      attacks.append(
        Attack("no subject", [try mint.token(claims: mint.claims.removing("sub"))]))
    }
    for name in mint.policy.requiredClaims {
      attacks.append(
        Attack(
          "without the required claim \(name)",
          [try mint.token(claims: mint.claims.removing(name))] + (try tokens(name, [.null]))))
    }
    return attacks
  }

  private static func audience(_ mint: TrialMint) -> String {
    switch mint.policy.audience {
    case .containing(let name): name
    case .containingOneOf(let names): names.first ?? ""
    case .ignored: "audience.test"
    }
  }

  /// Each rule for a value is broken in every way that is not right for it.
  static func rules(_ mint: TrialMint) throws(SigningError) -> [Attack] {
    var attacks: [Attack] = []
    for rule in mint.policy.claimRules {
      var tokens = [try mint.token(claims: mint.claims.removing(at: rule.pointer))]
      for value in rule.requirement.brokenValues where !rule.requirement.isMet(by: value) {
        tokens.append(try mint.token(claims: mint.claims.setting(value, at: rule.pointer)))
      }
      attacks.append(Attack("a broken rule: \(rule.requirement.word) at \(rule.pointer)", tokens))
    }
    return attacks
  }
}

extension ClaimRule.Requirement {
  /// The name of the rule in the file.
  fileprivate var word: String {
    switch self {
    case .equals: "equals"
    case .oneOf: "oneOf"
    case .contains: "contains"
    case .containsWord: "containsWord"
    }
  }

  /// Values that do not meet the rule, some of which a careless reader would take.
  fileprivate var brokenValues: [JSONTree] {
    switch self {
    case .equals(let value): [.null, [value.tree], [:]] + value.lookalikes
    case .oneOf(let values):
      [.null, .array(values.map(\.tree)), [:]] + values.flatMap(\.lookalikes)
    case .contains(let value):
      [.null, value.tree, [], [[value.tree]]] + value.lookalikes.map { [$0] }
    case .containsWord(let word):
      [.null, [.string(word)], "", .string("\(word)x x\(word)"), .string("a,\(word)")]
    }
  }
}

extension ClaimRule.Requirement {
  /// Whether a value meets the rule after all, as one lookalike of several values may.
  fileprivate func isMet(by value: JSONTree) -> Bool {
    (try? JSONValue.parse(value.encoded())).map { isMet(by: $0) } ?? false
  }
}

extension ClaimRule.Value {
  /// Other values that look the same to a careless reader.
  fileprivate var lookalikes: [JSONTree] {
    switch self {
    case .string(let text): [.string(text + " "), .string(text + "x"), .string("x" + text)]
    case .integer(let number): [.string(String(number)), .boolean(true)]
    case .boolean(let boolean): [.boolean(!boolean), .string(String(boolean)), 1, 0]
    }
  }
}
