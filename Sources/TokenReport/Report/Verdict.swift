package import JWTValidation

/// The one thing that a reader must not misunderstand, said in the first line.
package enum Verdict: Equatable, Sendable {
  /// The token could be read; nobody has looked at its signature.
  case decoded
  /// The signature is good and every claim satisfies the policy.
  case verified(SignatureAlgorithm, MatchedKey)
  /// The token is what was requested; there is no key, so anybody could have made it.
  case matched
  /// The token is what was requested and its signature is good.
  case matchedAndVerified(SignatureAlgorithm, MatchedKey)
  /// The token must not be used: the codes of all errors and the first of them in words.
  case rejected(codes: [String], first: String)

  /// The verdict as the first line of a text.
  package var line: String {
    switch self {
    case .decoded: "NOT VERIFIED (decoded only)"
    case .verified(let algorithm, let key):
      "VERIFIED \(algorithm.name), \(Self.words(key))"
    case .matched: "MATCHES THE REQUEST, signature not checked (no key given)"
    case .matchedAndVerified(let algorithm, let key):
      "MATCHES THE REQUEST, signature VERIFIED \(algorithm.name), \(Self.words(key))"
    case .rejected(let codes, let first):
      "REJECTED: \(first)" + Self.others(codes.count - 1)
    }
  }

  /// The verdict as programs read it.
  package var word: String {
    switch self {
    case .decoded: "decoded"
    case .verified: "verified"
    case .matched, .matchedAndVerified: "matched"
    case .rejected: "rejected"
    }
  }

  /// The algorithm and key behind a good signature.
  package var signer: (algorithm: SignatureAlgorithm, key: MatchedKey)? {
    switch self {
    case .verified(let algorithm, let key), .matchedAndVerified(let algorithm, let key):
      (algorithm, key)
    case .decoded, .matched, .rejected: nil
    }
  }

  private static func others(_ count: Int) -> String {
    switch count {
    case ...0: ""
    case 1: " and 1 more reason"
    default: " and \(count) more reasons"
    }
  }

  /// Keys without an ID are told apart by their place, counted from 1 as people do.
  static func words(_ key: MatchedKey) -> String {
    key.keyID.map { "key \(ShownName.quoted($0))" } ?? "key number \(key.index + 1) (without kid)"
  }
}
