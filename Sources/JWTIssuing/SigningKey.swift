package import JOSEKeys
import StrictCoding

/// A private key or an HMAC secret, ready to sign.
///
/// Each way of making one refuses what is weak or is no key for signing. Nothing of the key is
/// printed, whoever prints it.
///
/// ```swift
/// let key = try SigningKey.pem(pemText, keyID: "2026")
/// let secret = try SigningKey.secret(bytes)
/// ```
public struct SigningKey: Sendable {
  package let loaded: LoadedKey

  package init(_ loaded: LoadedKey) { self.loaded = loaded }

  /// Reads a private key from PEM (PKCS #8, PKCS #1 or SEC 1), passing over public keys and
  /// certificates beside it.
  ///
  /// - Parameters:
  ///   - text: the PEM text.
  ///   - keyID: the `kid` for the headers of tokens.
  /// - Throws: `.key`, or `.ambiguousKey` if the text holds several private keys.
  public static func pem(
    _ text: some Collection<UInt8>, keyID: String? = nil
  ) throws(SigningError) -> SigningKey {
    try reading(text, KeyLoader.pem)
      .theOne(for: nil).named(keyID)
  }

  /// Reads a private key from DER (PKCS #8, PKCS #1 or SEC 1).
  ///
  /// - Parameters:
  ///   - bytes: the DER bytes.
  ///   - keyID: the `kid` for the headers of tokens.
  /// - Throws: `.key`.
  public static func der(
    _ bytes: some Collection<UInt8>, keyID: String? = nil
  ) throws(SigningError) -> SigningKey {
    try reading(bytes, KeyLoader.der)
      .theOne(for: nil).named(keyID)
  }

  /// Reads a private or symmetric JWK, or takes the one key that is meant out of a JWK Set
  /// (RFC 7517).
  ///
  /// - Parameters:
  ///   - text: the JWK or JWK Set.
  ///   - keyID: the `kid` of the key that is meant, or, where no key has one, its `kid` from now on.
  ///   - algorithm: leaves only those keys of a set to choose from that fit it.
  ///   - secretLength: whether an HMAC secret may be shorter than the hash, and why.
  /// - Throws: `.key`, `.unknownKeyID`, or `.ambiguousKey` if several keys of the set are left.
  public static func jwk(
    _ text: some Collection<UInt8>, keyID: String? = nil, for algorithm: SignatureAlgorithm? = nil,
    secretLength: SecretLength = .atLeastHash
  ) throws(SigningError) -> SigningKey {
    try reading(text) { (text) throws(KeyError) in
      try KeyLoader.jwks(text, for: .sign, allowsShortSecret: secretLength.allowsAny)
    }
    .having(keyID).theOne(for: algorithm).named(keyID)
  }

  /// Takes bytes as an HMAC secret.
  ///
  /// - Parameters:
  ///   - bytes: the secret.
  ///   - keyID: the `kid` for the headers of tokens.
  ///   - length: whether the secret may be shorter than the hash, and why.
  /// - Throws: `.key` for no bytes, and for PEM, DER or JWK text, which is never a secret. Whether
  ///   the secret is long enough depends on the algorithm and is found out by `TokenSigner`.
  public static func secret(
    _ bytes: some Collection<UInt8>, keyID: String? = nil, length: SecretLength = .atLeastHash
  ) throws(SigningError) -> SigningKey {
    do {
      return SigningKey(
        try KeyLoader.withCopy(of: bytes) { (bytes) throws(KeyError) in
          try KeyLoader.secret(bytes, allowsAnyLength: length.allowsAny)
        }
      ).named(keyID)
    } catch {
      throw .key(error)
    }
  }

  /// Reads PEM, DER, JWK or JWK Set, whichever the bytes are; for an HMAC algorithm, bytes of no
  /// known form are the secret itself.
  ///
  /// - Parameters:
  ///   - bytes: the key in any form.
  ///   - algorithm: what the key is to sign with.
  ///   - keyID: as for `jwk` if the bytes are a JWK or JWK Set, else as for `pem`.
  ///   - secretLength: whether an HMAC secret may be shorter than the hash, and why.
  public static func detecting(
    _ bytes: some Collection<UInt8>, for algorithm: SignatureAlgorithm, keyID: String? = nil,
    secretLength: SecretLength = .atLeastHash
  ) throws(SigningError) -> SigningKey {
    try reading(bytes) { (bytes) throws(KeyError) in
      try KeyLoader.load(
        bytes, for: .sign, acceptsSecret: algorithm.isSymmetric,
        allowsShortSecret: secretLength.allowsAny)
    }
    .having(keyID).theOne(for: algorithm).named(keyID)
  }

  private static func reading(
    _ text: some Collection<UInt8>, _ read: ([UInt8]) throws(KeyError) -> LoadedKeys
  ) throws(SigningError) -> SigningKeyChoice {
    do { return SigningKeyChoice(try KeyLoader.withCopy(of: text, read)) } catch {
      throw .key(error)
    }
  }

  /// `kid`: the name of the key in the headers of tokens.
  public var keyID: String? { loaded.keyID.map { String(decoding: $0, as: UTF8.self) } }

  /// `kty`.
  public var keyType: KeyType { loaded.type }

  /// `crv`.
  public var curve: Curve? { loaded.curve }

  /// The same key under another name; `nil` keeps the name it has.
  func named(_ keyID: String?) -> SigningKey {
    guard let keyID else { return self }
    var renamed = loaded
    renamed.keyID = Array(keyID.utf8)
    return SigningKey(renamed)
  }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
  /// Type, curve and key ID; never the key.
  public var description: String {
    "SigningKey(kty: \(keyType.rawValue), crv: \(curve?.rawValue ?? "-"), kid: \(keyID ?? "-"))"
  }
  /// Type, curve and key ID; never the key.
  public var customMirror: Mirror { Mirror(self, children: ["key": description]) }
}
