import CLibcrypto

/// A SHA-256 digest as a value: no allocation, and quick to compare and to look up.
package struct SHA256Digest: Hashable, Sendable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// Hashes a message.
  ///
  /// - Throws: `unavailable` when no provider offers the hash, `failed` when memory is short.
  package init(of message: Span<UInt8>) throws(LibcryptoError) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    let isHashed =
      BuiltInHashes.hasSHA256
      && withUnsafeMutableBytes(of: &words) { digest in
        message.withUnsafeBufferPointer {
          jc_sha256($0.baseAddress, $0.count, digest.bindMemory(to: UInt8.self).baseAddress) == 1
        }
      }
    if !isHashed {
      let digest = try Digest.bytes(.sha256, of: message)
      withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: digest) }
    }
    self.words = words
  }

  /// The 32 bytes of the digest.
  package var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }

  /// Lends the 32 bytes of the digest.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withUnsafeBytes(of: words) { body($0.bindMemory(to: UInt8.self)) }
  }

  /// The first eight bytes, which are as evenly spread as the whole.
  package var prefix: UInt64 { words.0 }

  /// All 32 bytes count.
  package static func == (a: SHA256Digest, b: SHA256Digest) -> Bool { a.words == b.words }

  /// A part is enough to find the place in a table; equality then compares all of it.
  package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
