import CLibcrypto

/// Makes signatures of one scheme with one key; made once, used by any number of threads.
package final class Signer: Sendable {
  private let context: SignatureContext
  private let signatureByteCount: Int
  /// Set for ECDSA, whose signatures libcrypto gives in another form.
  private let ecdsa: ECDSASignature?

  /// - Throws: `schemeDoesNotFitKey`, `unavailable`, `failed`.
  package init(key: PrivateKey, scheme: SignatureScheme) throws(LibcryptoError) {
    guard scheme.fits(key.kind) else { throw .schemeDoesNotFitKey }
    context = try SignatureContext(key: key.handle, scheme: scheme, purpose: .signing)
    signatureByteCount = key.kind.signatureByteCount
    if case .ec(let curve) = key.kind {
      ecdsa = try ECDSASignature(curve: curve, key: key.handle)
    } else {
      ecdsa = nil
    }
  }

  /// Signs the message; the result has the scheme's one length, r and s in fixed width for ECDSA.
  ///
  /// - Throws: `failed`, for instance when the generator has no entropy.
  package func signature(for message: Span<UInt8>) throws(LibcryptoError) -> [UInt8] {
    try ErrorQueue.preserved { () throws(LibcryptoError) in
      // The DER form of an ECDSA signature is the only one that is longer than the result.
      let capacity = ecdsa == nil ? signatureByteCount : ECDSASignature.maximumDERByteCount
      guard let made = sign(message, capacity: capacity)
      else { throw ErrorQueue.failure("EVP_DigestSign") }
      let result = ecdsa == nil ? made : ecdsa?.decode(made.span)
      guard let result, result.count == signatureByteCount
      else { throw .failed(operation: "EVP_DigestSign", reason: "unexpected length") }
      return result
    }
  }

  private func sign(_ message: Span<UInt8>, capacity: Int) -> [UInt8]? {
    message.withUnsafeBufferPointer { message in
      context.withCopy { context in
        var isMade = false
        let signature = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
          var size = buffer.count
          isMade =
            EVP_DigestSign(
              context, buffer.baseAddress, &size, message.baseAddress, message.count) == 1
          count = isMade ? size : 0
        }
        return isMade ? signature : nil
      }
    }
  }
}
