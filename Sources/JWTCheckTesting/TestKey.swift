public import JWTIssuing
public import JWTValidation

/// A key made on the spot for one algorithm, both to sign with and to verify with.
///
/// No test needs a key file, and no key of a test can end up protecting anything.
public struct TestKey: Sendable {
  /// What the key is for.
  public let algorithm: SignatureAlgorithm
  /// What headers of tokens call the key.
  public let keyID: String
  /// The half that signs.
  public let signing: SigningKey
  /// The half that verifies; for HMAC, the same secret.
  public let verification: VerificationKeys

  /// Makes a new key.
  ///
  /// - Throws: `SigningError` if libcrypto makes no such key here.
  public init(
    _ algorithm: SignatureAlgorithm, keyID: String = "test-key"
  ) throws(SigningError) {
    self.algorithm = algorithm
    self.keyID = keyID
    signing = try .generate(for: algorithm, keyID: keyID)
    verification = try signing.verificationKeys(for: algorithm)
  }
}

extension SigningKey {
  /// The keys that verify what this key signs.
  fileprivate func verificationKeys(
    for algorithm: SignatureAlgorithm
  ) throws(SigningError) -> VerificationKeys {
    let jwk = try publicJWK(for: algorithm)
    do throws(KeyError) {
      if let jwk { return try .jwks(jwk.encoded()) }
      guard let secret = revealedSecret else { throw .empty }
      return try secret.withSpan { (bytes) throws(KeyError) in
        try .secret(bytes.copied(), keyID: keyID)
      }
    } catch {
      throw .key(error)
    }
  }
}
