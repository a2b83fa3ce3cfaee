package import JOSE
package import Libcrypto
package import StrictCoding

/// One key, read and checked, with what is known of it besides its numbers.
package struct LoadedKey: Sendable {
  /// The key itself.
  package enum Material: Sendable {
    /// An HMAC secret; a short one is used only if the caller said so by name.
    case secret(SecretBytes, allowsAnyLength: Bool)
    case publicKey(PublicKey)
    case privateKey(PrivateKey)
  }

  package let material: Material
  package let type: KeyType
  package let curve: Curve?
  /// `kid` as bytes of UTF-8.
  package var keyID: [UInt8]?
  /// The one algorithm that the key's own `alg` allows.
  package let algorithm: SignatureAlgorithm?
  /// The position in the JWK Set that the key came from, if there were others beside it.
  package var setIndex: Int?

  package init(
    material: Material, type: KeyType, curve: Curve?, keyID: [UInt8]? = nil,
    algorithm: SignatureAlgorithm? = nil
  ) {
    self.material = material
    self.type = type
    self.curve = curve
    self.keyID = keyID
    self.algorithm = algorithm
  }

  /// The key that verifies, for a key pair the public half.
  package var publicKey: PublicKey? {
    switch material {
    case .secret: nil
    case .publicKey(let key): key
    case .privateKey(let key): key.publicKey
    }
  }

  /// Whether the algorithm is one that this key may be used with.
  package func fits(_ candidate: SignatureAlgorithm) -> Bool {
    candidate.fits(type, curve: curve) && isAllowed(candidate)
  }

  /// Why the key cannot be used with an algorithm that it does not fit.
  package func mismatch(_ candidate: SignatureAlgorithm) -> KeyError {
    .algorithmMismatch(
      algorithm: candidate, type: type, curve: curve,
      pinned: candidate.fits(type, curve: curve) ? algorithm : nil)
  }

  /// A key pinned to `EdDSA` serves the name of its curve too, and the other way round: RFC 9864
  /// only renames them.
  private func isAllowed(_ candidate: SignatureAlgorithm) -> Bool {
    guard let algorithm, algorithm != candidate else { return true }
    return algorithm.keyType == .okp && candidate.keyType == .okp
  }

  /// Refuses an HMAC secret that is shorter than the algorithm's hash (RFC 7518 §3.2).
  package func checkLength(for algorithm: SignatureAlgorithm) throws(KeyError) {
    guard case .hmac(let hash) = algorithm.scheme,
      case .secret(let secret, let allowsAnyLength) = material
    else { return }
    guard secret.count > 0 else { throw .empty }
    guard allowsAnyLength || secret.count >= hash.byteCount else {
      throw .hmacTooShort(
        byteCount: secret.count, needed: hash.byteCount, algorithm: algorithm)
    }
  }
}

/// What a file of keys held: the usable keys, and those of a JWK Set that were passed over.
package struct LoadedKeys: Sendable {
  package var keys: [LoadedKey]
  package var skipped: [SkippedKey]

  package init(keys: [LoadedKey], skipped: [SkippedKey]) {
    self.keys = keys
    self.skipped = skipped
  }
}

/// A key of a set that cannot be used, and why; the others are used all the same.
public struct SkippedKey: Equatable, Sendable {
  /// The position in the set, from 0.
  public let index: Int
  /// `kid`, where it could be read.
  public let keyID: String?
  /// What is wrong with the key.
  public let reason: KeyError

  package init(index: Int, keyID: String?, reason: KeyError) {
    self.index = index
    self.keyID = keyID
    self.reason = reason
  }
}
