import CLibcrypto

extension PublicKey {
  /// The hash named inside an RSASSA-PKCS1-v1_5 signature (RFC 8017, section 9.2); `nil` if the signature is not one of
  /// this key.
  ///
  /// The padding is undone with the public key alone, so the answer says whether this key made the signature without
  /// knowing over which message. It never says that a signature is good: only ``SignatureVerifier`` does.
  package func hashNamed(inPKCS1Signature signature: Span<UInt8>) -> HashFunction? {
    guard case .rsa = kind, signature.count == kind.signatureByteCount,
      let content = recovered(from: signature)
    else { return nil }
    return HashFunction.allCases.first { hash in
      let head = hash.digestInfoHead
      return content.count == head.count + hash.byteCount && content.starts(with: head)
    }
  }

  private func recovered(from signature: Span<UInt8>) -> [UInt8]? {
    ErrorQueue.preserved {
      guard let context = EVP_PKEY_CTX_new_from_pkey(nil, handle.pointer, nil) else { return nil }
      defer { EVP_PKEY_CTX_free(context) }
      guard EVP_PKEY_verify_recover_init(context) == 1,
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1
      else { return nil }
      var content = [UInt8](repeating: 0, count: signature.count)
      var count = content.count
      let isRecovered = content.withUnsafeMutableBufferPointer { output in
        signature.withUnsafeBufferPointer { signature in
          EVP_PKEY_verify_recover(
            context, output.baseAddress, &count, signature.baseAddress, signature.count) == 1
        }
      }
      return isRecovered ? Array(content.prefix(count)) : nil
    }
  }
}

extension HashFunction {
  /// The DER of a DigestInfo up to the digest (RFC 8017, section 9.2, note 1).
  fileprivate var digestInfoHead: [UInt8] {
    let (number, size): (UInt8, UInt8) =
      switch self {
      case .sha256: (1, 32)
      case .sha384: (2, 48)
      case .sha512: (3, 64)
      }
    return [
      0x30, 17 + size, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02,
    ]
      + [number, 0x05, 0x00, 0x04, size]
  }
}
