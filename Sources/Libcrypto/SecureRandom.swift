import CLibcrypto

/// Bytes nobody can predict, from libcrypto's generator.
package enum SecureRandom {
  /// - Throws: `failed` for a negative count, or when the generator has no entropy.
  package static func bytes(count: Int) throws(LibcryptoError) -> [UInt8] {
    guard count >= 0 else { throw .failed(operation: "RAND_bytes_ex", reason: "negative count") }
    return try ErrorQueue.preserved { () throws(LibcryptoError) in
      var bytes = [UInt8](repeating: 0, count: count)
      guard RAND_bytes_ex(nil, &bytes, count, 0) == 1
      else { throw ErrorQueue.failure("RAND_bytes_ex") }
      return bytes
    }
  }
}
