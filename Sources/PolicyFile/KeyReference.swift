public import JWTValidation

/// A key that a policy file names or holds.
public struct KeyReference: Sendable {
  /// Where the key is.
  public enum Source: Sendable {
    /// In a file, whose path is relative to the policy file's folder unless it starts with a slash.
    case file(String)
    /// In an environment variable.
    case environment(String)
    /// In the policy file itself; public keys only.
    case inline(VerificationKeys)
  }

  /// Where the key is.
  public let source: Source
  /// The `kid` that the file gives it.
  public let keyID: String?
  /// Why an HMAC secret shorter than the hash is accepted; `nil` if it is not.
  public let shortSecretReason: String?
  /// Where the reference stands.
  public let place: PolicyPlace
  /// The algorithms of the entry, which decide whether bytes of no known form are a secret.
  let algorithms: [SignatureAlgorithm]

  /// Reads the bytes that the caller has fetched: PEM, DER, JWK, JWK Set or a secret.
  public func keys(from bytes: [UInt8]) throws(KeyError) -> VerificationKeys {
    var keys = try VerificationKeys.detecting(
      bytes, for: algorithms,
      secretLength: shortSecretReason.map { .any($0) } ?? .atLeastHash)
    if let keyID {
      for index in keys.loaded.keys.indices { keys.loaded.keys[index].keyID = Array(keyID.utf8) }
    }
    return keys
  }
}
