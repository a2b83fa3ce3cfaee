/// Why no key may be used for a token. Nothing has been computed yet: an algorithm that is not
/// allowed and a key that is not known end the matter before any cryptography.
@nonexhaustive
public enum KeySelectionError: Error, Equatable, Sendable {
  /// `alg` is `none`: the token is not protected at all (RFC 8725 §3.2).
  case unsecured
  /// `alg` is not on the policy's list.
  case algorithmNotAllowed(name: String, allowed: [SignatureAlgorithm])
  /// No key has the token's `kid`.
  case unknownKeyID(String)
  /// Several keys that fit have the token's `kid`.
  case ambiguousKeyID(String, count: Int)
  /// The key with the token's `kid` is for another algorithm.
  case keyNotForAlgorithm(keyID: String, algorithm: SignatureAlgorithm)
  /// The token or all keys are without `kid`, and no key fits the algorithm.
  case noCompatibleKey(algorithm: SignatureAlgorithm)
  /// The token or all keys are without `kid`, and more keys fit than are tried on one token.
  case keyIDNeeded(limit: Int)
  /// No key is known for the issuer that the token names, where each issuer has its own.
  case unknownIssuer
  /// The token names no issuer as a text, where each issuer has keys of its own.
  case issuerNeeded

  /// The issuer's keys cannot be had at the moment. This says nothing about the token.
  case keysUnavailable

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch self {
    case .unsecured: "alg.none"
    case .algorithmNotAllowed: "alg.not-allowed"
    case .unknownKeyID: "kid.unknown"
    case .ambiguousKeyID: "kid.ambiguous"
    case .keyNotForAlgorithm: "kid.wrong-algorithm"
    case .noCompatibleKey: "key.none-compatible"
    case .keyIDNeeded: "kid.needed"
    case .unknownIssuer: "iss.unknown"
    case .issuerNeeded: "iss.needed"
    case .keysUnavailable: "keys.unavailable"
    }
  }
}
