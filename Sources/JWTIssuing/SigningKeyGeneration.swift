import JOSEKeys
import Libcrypto

extension SigningKey {
  /// Makes a new key for an algorithm, from libcrypto's generator: RSA with 2048 bits, HMAC secrets
  /// as long as the hash, Ed25519 for `EdDSA`.
  ///
  /// - Parameters:
  ///   - algorithm: what the key is for.
  ///   - keyID: the `kid` for the headers of tokens.
  /// - Throws: `.key(.unavailable)` if libcrypto makes no such key here, for example under FIPS.
  public static func generate(
    for algorithm: SignatureAlgorithm, keyID: String? = nil
  ) throws(SigningError) -> SigningKey {
    let material: LoadedKey.Material
    do {
      material = try newMaterial(for: algorithm)
    } catch {
      throw .key(.unavailable(algorithm.name))
    }
    return SigningKey(
      LoadedKey(
        material: material, type: algorithm.keyType, curve: algorithm.curveOfNewKeys)
    ).named(keyID)
  }

  private static func newMaterial(
    for algorithm: SignatureAlgorithm
  ) throws(LibcryptoError) -> LoadedKey.Material {
    if case .hmac(let hash) = algorithm.scheme {
      var bytes = try SecureRandom.bytes(count: hash.byteCount)
      defer { SecretBytes.wipe(&bytes) }
      return .secret(SecretBytes(bytes), allowsAnyLength: false)
    }
    guard let kind = algorithm.kindOfNewKeys else { throw .schemeDoesNotFitKey }
    return .privateKey(try PrivateKey.generate(kind))
  }

  /// Takes bytes as an HMAC secret whatever they are, for tokens that are broken on purpose.
  package static func uncheckedSecret(_ bytes: [UInt8]) -> SigningKey {
    SigningKey(
      LoadedKey(
        material: .secret(SecretBytes(bytes), allowsAnyLength: true), type: .oct, curve: nil))
  }
}

extension SignatureAlgorithm {
  /// The curve that new keys of the algorithm are on; `nil` for RSA and HMAC.
  fileprivate var curveOfNewKeys: Curve? {
    switch scheme {
    case .hmac, .rsaPKCS1, .rsaPSS: nil
    case .ecdsa(let curve, _): curve
    case .edwards(let curves): curves.first
    }
  }

  fileprivate var kindOfNewKeys: KeyKind? {
    switch signatureScheme(curve: curveOfNewKeys) {
    case .rsaPKCS1, .rsaPSS: .rsa(bits: KeyLoader.minimumRSABits)
    case .ecdsa(let curve, _): .ec(curve)
    case .edwards(let curve): .edwards(curve)
    case nil: nil
    }
  }
}
