import CLibcrypto

/// A hash function of the SHA-2 family (FIPS 180-4).
package enum HashFunction: Sendable, CaseIterable {
  case sha256, sha384, sha512

  /// Length of a digest in bytes.
  package var byteCount: Int {
    switch self {
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }

  /// Length of the blocks in which it takes a message, in bytes.
  var blockByteCount: Int { self == .sha256 ? 64 : 128 }

  /// libcrypto's name.
  var name: StaticString {
    switch self {
    case .sha256: "SHA2-256"
    case .sha384: "SHA2-384"
    case .sha512: "SHA2-512"
    }
  }

  /// The implementation, fetched once per process: fetching costs more than hashing a token.
  ///
  /// - Throws: `unavailable` when no provider offers it.
  func implementation() throws(LibcryptoError) -> DigestImplementation {
    let implementation: DigestImplementation? =
      switch self {
      case .sha256: DigestImplementation.sha256
      case .sha384: DigestImplementation.sha384
      case .sha512: DigestImplementation.sha512
      }
    guard let implementation else { throw .unavailable("\(name)") }
    return implementation
  }
}

/// Owns an `EVP_MD`.
///
/// `@unchecked Sendable`: an `EVP_MD` is never changed after it was fetched and its reference count is atomic.
final class DigestImplementation: @unchecked Sendable {
  let handle: OpaquePointer

  fileprivate static let sha256 = DigestImplementation(.sha256)
  fileprivate static let sha384 = DigestImplementation(.sha384)
  fileprivate static let sha512 = DigestImplementation(.sha512)

  private init?(_ hash: HashFunction) {
    let fetched = ErrorQueue.preserved { EVP_MD_fetch(nil, hash.name.cString, nil) }
    guard let fetched else { return nil }
    handle = fetched
  }

  deinit { EVP_MD_free(handle) }

  /// Whether this is libcrypto's own implementation and not that of a module that was put in its
  /// place.
  var isBuiltIn: Bool { EVP_MD_get0_provider(handle).map(isOwn) == true }
}
