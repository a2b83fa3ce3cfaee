import CLibcrypto

/// Checks signatures of one scheme under one key; made once, used by any number of threads.
package final class SignatureVerifier: Sendable {
  private let context: SignatureContext
  private let signatureByteCount: Int
  /// Set for ECDSA, whose signatures libcrypto wants in another form.
  private let ecdsa: ECDSASignature?
  /// Set for ECDSA where tables can make a key that is used often fast.
  private let hotKey: HotKey?
  /// Set for RSA where hashing can be done beforehand.
  private let rsa: RSADigestVerifier?

  /// - Parameter tableThreshold: after how many signatures tables are made; only tests set it.
  /// - Throws: `schemeDoesNotFitKey`, `unavailable`, `failed`.
  package init(
    key: PublicKey, scheme: SignatureScheme, tableThreshold: Int? = nil
  ) throws(LibcryptoError) {
    guard scheme.fits(key.kind) else { throw .schemeDoesNotFitKey }
    context = try SignatureContext(key: key.handle, scheme: scheme, purpose: .verifying)
    signatureByteCount = key.kind.signatureByteCount
    rsa = RSADigestVerifier(key: key.handle, scheme: scheme)
    if case .ec(let curve) = key.kind {
      ecdsa = try ECDSASignature(curve: curve, key: key.handle)
      hotKey = scheme.hash.flatMap {
        HotKey(key.handle, curve: curve, hash: $0, threshold: tableThreshold)
      }
    } else {
      ecdsa = nil
      hotKey = nil
    }
  }

  /// Whether the signature was made over exactly this message with the private half of the key.
  ///
  /// The length must be the one length of the scheme: libcrypto itself takes an RSA-PSS signature without its leading
  /// zero byte, which would give one message two valid tokens.
  package func isValid(signature: Span<UInt8>, message: Span<UInt8>) -> Bool {
    guard signature.count == signatureByteCount else { return false }
    guard let ecdsa else { return check(signature, message) }
    var der = ECDSASignature.DER()
    guard ecdsa.encode(signature, into: &der) else { return false }
    if let hotKey, hotKey.accepts(signature: signature, message: message) { return true }
    return check(der.bytes.span.extracting(0..<der.count), message)
  }

  private func check(_ signature: Span<UInt8>, _ message: Span<UInt8>) -> Bool {
    ErrorQueue.preserved {
      if let rsa { return rsa.isValid(signature: signature, message: message) }
      return signature.withUnsafeBufferPointer { signature in
        message.withUnsafeBufferPointer { message in
          context.withCopy { context in
            EVP_DigestVerify(
              context, signature.baseAddress, signature.count, message.baseAddress, message.count)
          } == 1
        }
      }
    }
  }
}
