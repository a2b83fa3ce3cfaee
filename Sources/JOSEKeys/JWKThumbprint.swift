public import JOSE
import Libcrypto
import StrictCoding

extension JWK {
  /// The thumbprint (RFC 7638): a name for the key that anybody can compute from the public key alone,
  /// in base64url; with SHA-256 it has 43 characters and is often used as `kid`.
  ///
  /// A key pair has the thumbprint of its public key. That of an HMAC key is a digest of the secret:
  /// whoever sees it can try guesses against it (RFC 7638 §7), so do not show it for a secret that a
  /// person chose.
  ///
  /// - Throws: `KeyError.unavailable` if libcrypto does not offer the hash.
  public func thumbprint(
    hash: SignatureAlgorithm.Hash = .sha256
  ) throws(KeyError) -> String {
    do {
      let digest = try thumbprintInput.withSpan { (text) throws(LibcryptoError) in
        try Digest.bytes(hash.function, of: text)
      }
      return String(decoding: Base64URL.encode(digest.span), as: UTF8.self)
    } catch {
      throw .unavailable("SHA-\(8 * hash.byteCount)")
    }
  }
}
