import CLibcrypto

/// Checks signatures of one scheme under one key; made once, used by any number of threads.
package final class SignatureVerifier: Sendable {
  private let lane: Lane
  private let signatureByteCount: Int
  /// Set for ECDSA, whose signatures libcrypto wants in another form.
  private let ecdsa: ECDSASignature?
  /// Set for ECDSA where tables can make a key that is used often fast.
  private let hotKey: HotKey?

  /// Who checks.
  private enum Lane {
    /// Where hashing can be done beforehand.
    case digest(RSADigestVerifier)
    /// The usual way.
    case message(SignatureContext)
  }

  /// - Parameter tableThreshold: after how many signatures tables are made; only tests set it.
  /// - Throws: `schemeDoesNotFitKey`, `unavailable`, `failed`.
  package init(
    key: PublicKey, scheme: SignatureScheme, tableThreshold: Int? = nil
  ) throws(LibcryptoError) {
    guard scheme.fits(key.kind) else { throw .schemeDoesNotFitKey }
    if let verifier = RSADigestVerifier(key: key.handle, scheme: scheme) {
      lane = .digest(verifier)
    } else {
      lane = .message(
        try SignatureContext(key: key.handle, scheme: scheme, purpose: .verifying))
    }
    signatureByteCount = key.kind.signatureByteCount
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
      switch lane {
      case .digest(let verifier):
        verifier.isValid(signature: signature, message: message)
      case .message(let context):
        signature.withUnsafeBufferPointer { signature in
          message.withUnsafeBufferPointer { message in
            context.withCopy { context in
              EVP_DigestVerify(
                context, signature.baseAddress, signature.count, message.baseAddress,
                message.count)
            } == 1
          }
        }
      }
    }
  }
}
