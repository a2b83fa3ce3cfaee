import CLibcrypto

/// Owns an `EVP_MD_CTX`.
struct DigestContext: ~Copyable {
  let handle: OpaquePointer

  /// Takes over a context.
  init(adopting handle: OpaquePointer) { self.handle = handle }

  deinit { EVP_MD_CTX_free(handle) }

  /// A context in which nothing was begun.
  static func empty() throws(LibcryptoError) -> DigestContext {
    guard let handle = EVP_MD_CTX_new() else { throw ErrorQueue.failure("EVP_MD_CTX_new") }
    return DigestContext(adopting: handle)
  }

  /// Gives the context away: whoever takes it frees it.
  consuming func release() -> OpaquePointer {
    let handle = handle
    discard self
    return handle
  }
}
