package import JOSE
import Libcrypto

extension LoadedKey {
  /// The hash of an RSASSA-PKCS1-v1_5 signature that this key made over any message; `nil` if it did
  /// not make it, or not in that scheme.
  ///
  /// For explaining why a signature does not fit: it tells changed content from a wrong key.
  package func hashOfPKCS1Signature(_ signature: [UInt8]) -> SignatureAlgorithm.Hash? {
    switch publicKey?.hashNamed(inPKCS1Signature: signature.span) {
    case .sha256: .sha256
    case .sha384: .sha384
    case .sha512: .sha512
    case nil: nil
    }
  }

  /// The public half as SubjectPublicKeyInfo (RFC 5280 §4.1.2.7); `nil` for a secret.
  package var subjectPublicKeyInfo: [UInt8]? { try? publicKey?.subjectPublicKeyInfoDER() }
}
