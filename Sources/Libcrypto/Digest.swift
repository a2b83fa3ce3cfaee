import CLibcrypto

/// One-shot hashing, for thumbprints and the like.
package enum Digest {
  /// The digest of all bytes.
  ///
  /// - Throws: `unavailable` when no provider offers the hash, `failed` when memory is short.
  package static func bytes(
    _ hash: HashFunction, of message: Span<UInt8>
  ) throws(LibcryptoError) -> [UInt8] {
    let implementation = try hash.implementation()
    return try ErrorQueue.preserved { () throws(LibcryptoError) in
      var digest = [UInt8](repeating: 0, count: hash.byteCount)
      let result = message.withUnsafeBufferPointer {
        EVP_Digest($0.baseAddress, $0.count, &digest, nil, implementation.handle, nil)
      }
      guard result == 1 else { throw ErrorQueue.failure("EVP_Digest") }
      return digest
    }
  }
}
