/// Why a verifier cannot be made: the mistake is the operator's, no token has been seen yet.
@nonexhaustive
public enum PolicyError: Error, Equatable, Sendable {
  /// The list of algorithms is empty.
  case noAlgorithms
  /// HMAC algorithms stand beside public-key algorithms: a public key could then be used as a secret
  /// (RFC 8725 §2.1, §3.1).
  case mixedAlgorithms
  /// There is no key at all, or none that any of the algorithms can use; with the keys that were passed
  /// over, and why.
  case noUsableKey(skipped: [SkippedKey] = [])
  /// The leeway, a lifetime or an age is negative.
  case negativeDuration
  /// A list of accepted names is empty, or one of the names is: the first would accept nothing, the
  /// second a token that says nothing.
  case emptyName(member: String)
  /// One of several verifiers accepts any issuer, or there is none at all: a token could not be
  /// given to the right one.
  case issuerNotNamed
  /// Two of several verifiers accept the same issuer.
  case duplicateIssuer(String)
  /// A key cannot be used with an algorithm that the policy lists.
  case key(KeyError)

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch self {
    case .noAlgorithms: "policy.no-algorithms"
    case .mixedAlgorithms: "policy.mixed-algorithms"
    case .noUsableKey: "policy.no-usable-key"
    case .negativeDuration: "policy.negative-duration"
    case .emptyName: "policy.empty-name"
    case .issuerNotNamed: "policy.issuer-not-named"
    case .duplicateIssuer: "policy.duplicate-issuer"
    case .key(let error): error.code
    }
  }
}
