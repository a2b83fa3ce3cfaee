package import JWTValidation

extension PolicyError: Worded {
  package var message: String {
    switch self {
    case .noAlgorithms: "no algorithm is allowed"
    case .mixedAlgorithms: "HMAC algorithms stand beside public-key algorithms"
    case .noUsableKey(let skipped):
      (["there is no key that an allowed algorithm can use"] + Self.reasons(skipped))
        .joined(separator: "; ")
    case .negativeDuration: "a leeway, lifetime or age is negative"
    case .emptyName(let member):
      "the policy's \(ShownName.quoted(member)) is empty, or has an empty name in it"
    case .issuerNotNamed: "a policy among several does not name its issuer"
    case .duplicateIssuer(let issuer):
      "the issuer \(ShownName.quoted(issuer)) has two policies"
    case .key(let error): error.message
    }
  }

  package var hint: String? {
    switch self {
    case .noAlgorithms: "name the algorithms that the issuer uses"
    case .mixedAlgorithms:
      "make one verifier for each kind: a public key must never be taken for a secret"
    case .noUsableKey: "give a key of the type that the algorithm needs"
    case .negativeDuration: "give 0 or more"
    case .emptyName: "write the name, or say that it is ignored and why"
    case .issuerNotNamed: "name the issuer: it decides which policy a token is judged by"
    case .duplicateIssuer: "put the keys of one issuer into one policy"
    case .key(let error): error.hint
    }
  }

  /// Why keys were passed over: for the first three, since a set may have thousands.
  private static func reasons(_ skipped: [SkippedKey]) -> [String] {
    let more = skipped.count - 3
    return skipped.prefix(3).map { "\($0.message) [\($0.code)]" }
      + (more > 0 ? ["\(more) more are passed over"] : [])
  }
}
