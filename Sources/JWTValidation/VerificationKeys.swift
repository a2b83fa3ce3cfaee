public import JOSEKeys

/// The keys that a verifier may use.
///
/// Which algorithms a key serves is settled here and by the policy, never by a token. A JWK with
/// `alg` serves that one algorithm. A key without one, as PEM and DER keys always are, serves those
/// of the policy's algorithms that its type and curve allow: an RSA key under `[.rs256, .ps256]`
/// serves both, an EC key only the one of its curve. No key serves HMAC and a public-key algorithm,
/// since no policy can list both. To pin a key of the first kind, list one algorithm.
///
/// A token's `kid` must be that of a key here, and the only one that fits; where no key has a `kid`,
/// the token's says nothing. Without a `kid` to choose by, up to 16 keys that fit are tried.
///
/// ```swift
/// let keys = try VerificationKeys.jwks(setAsBytes)
/// let both = try VerificationKeys.pem(oldKey, keyID: "2025") + .pem(newKey, keyID: "2026")
/// ```
public struct VerificationKeys: Sendable {
  package var loaded: LoadedKeys

  /// Whether an HMAC secret must be as long as the hash; signing asks the same.
  public typealias SecretLength = JOSEKeys.SecretLength

  package init(_ loaded: LoadedKeys) { self.loaded = loaded }

  /// Reads a JWK Set or a single JWK (RFC 7517). Keys of a set that cannot be used are in `skipped`.
  ///
  /// - Throws: `KeyError` if the text is no set or key.
  public static func jwks(
    _ text: some Collection<UInt8>, secretLength: SecretLength = .atLeastHash
  ) throws(KeyError) -> VerificationKeys {
    VerificationKeys(
      try KeyLoader.withCopy(of: text) { (text) throws(KeyError) in
        try KeyLoader.jwks(text, allowsShortSecret: secretLength.allowsAny)
      })
  }

  /// Reads public keys, private keys (of which the public half is used) or a certificate from PEM.
  ///
  /// A certificate's validity and issuer are not checked: it only carries a key.
  ///
  /// - Parameters:
  ///   - text: the PEM text, with one block or several.
  ///   - keyID: the `kid` that tokens name the key by; with more than one key in the text leave it
  ///     out.
  public static func pem(
    _ text: some Collection<UInt8>, keyID: String? = nil
  ) throws(KeyError) -> VerificationKeys {
    VerificationKeys(try KeyLoader.withCopy(of: text, KeyLoader.pem)).naming(keyID)
  }

  /// Reads one key or certificate from DER.
  public static func der(
    _ bytes: some Collection<UInt8>, keyID: String? = nil
  ) throws(KeyError) -> VerificationKeys {
    VerificationKeys(try KeyLoader.withCopy(of: bytes, KeyLoader.der)).naming(keyID)
  }

  /// Takes bytes as an HMAC secret.
  ///
  /// - Throws: `KeyError` for no bytes, and for PEM, DER or JWK text, which is never a secret.
  public static func secret(
    _ bytes: some Collection<UInt8>, keyID: String? = nil,
    length: SecretLength = .atLeastHash
  ) throws(KeyError) -> VerificationKeys {
    let key = try KeyLoader.withCopy(of: bytes) { (bytes) throws(KeyError) in
      try KeyLoader.secret(bytes, allowsAnyLength: length.allowsAny)
    }
    return VerificationKeys(LoadedKeys(keys: [key], skipped: [])).naming(keyID)
  }

  /// Reads PEM, DER, JWK or JWK Set, whichever the bytes are; with an HMAC algorithm on the list,
  /// bytes of no known form are the secret itself.
  public static func detecting(
    _ bytes: some Collection<UInt8>, for algorithms: [SignatureAlgorithm],
    secretLength: SecretLength = .atLeastHash
  ) throws(KeyError) -> VerificationKeys {
    VerificationKeys(
      try KeyLoader.withCopy(of: bytes) { (bytes) throws(KeyError) in
        try KeyLoader.load(
          bytes, acceptsSecret: algorithms.contains { $0.isSymmetric },
          allowsShortSecret: secretLength.allowsAny)
      })
  }

  /// The keys of both.
  public static func + (a: VerificationKeys, b: VerificationKeys) -> VerificationKeys {
    VerificationKeys(
      LoadedKeys(
        keys: a.loaded.keys + b.loaded.keys, skipped: a.loaded.skipped + b.loaded.skipped))
  }

  /// The number of usable keys.
  public var count: Int { loaded.keys.count }

  /// The keys of a set that cannot be used, and why.
  public var skipped: [SkippedKey] { loaded.skipped }

  private func naming(_ keyID: String?) -> VerificationKeys {
    guard let keyID else { return self }
    var named = self
    for index in named.loaded.keys.indices { named.loaded.keys[index].keyID = Array(keyID.utf8) }
    return named
  }
}
