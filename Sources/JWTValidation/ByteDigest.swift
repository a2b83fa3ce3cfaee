import Libcrypto

/// The SHA-256 digest of some bytes, for those who must know bytes again without keeping them.
package struct ByteDigest: Hashable, Sendable {
  private let digest: SHA256Digest

  /// `nil` only where libcrypto offers no SHA-256.
  package init?(of bytes: Span<UInt8>) {
    guard let digest = try? SHA256Digest(of: bytes) else { return nil }
    self.digest = digest
  }

  /// The 32 bytes.
  package var bytes: [UInt8] { digest.bytes }

  /// The first eight bytes.
  package var prefix: UInt64 { digest.prefix }
}
