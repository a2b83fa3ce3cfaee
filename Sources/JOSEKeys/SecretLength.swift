/// Whether an HMAC secret must be as long as the hash (RFC 7518 §3.2).
public enum SecretLength: Equatable, Sendable {
  case atLeastHash
  /// A shorter secret, which can be guessed from one token, is used for the reason given.
  case any(String)

  /// Whether a short secret may be used.
  package var allowsAny: Bool { self != .atLeastHash }
}
