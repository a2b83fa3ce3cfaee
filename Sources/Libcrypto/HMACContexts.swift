import CLibcrypto

/// The states of a hash after the two padded keys of an HMAC, in libcrypto's contexts.
///
/// `@unchecked Sendable`: `inner` and `outer` are written only in `init`, and copying reads them. A scratch context is out of
/// the pool while it is used, so one thread has it.
final class HMACContexts: @unchecked Sendable {
  private let hash: HashFunction
  private let inner: DigestContext
  private let outer: DigestContext
  private let pool = ContextPool(free: EVP_MD_CTX_free)

  init(_ hash: HashFunction, inner: consuming DigestContext, outer: consuming DigestContext) {
    self.hash = hash
    self.inner = inner
    self.outer = outer
  }

  /// Writes the tag of a message, as long as the hash.
  func write(
    _ tag: UnsafeMutablePointer<UInt8>?, for message: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let written = pool.withContext(orMake: EVP_MD_CTX_new) { context in
      EVP_MD_CTX_copy_ex(context, inner.handle) == 1
        && EVP_DigestUpdate(context, message.baseAddress, message.count) == 1
        && EVP_DigestFinal_ex(context, tag, nil) == 1
        && EVP_MD_CTX_copy_ex(context, outer.handle) == 1
        && EVP_DigestUpdate(context, tag, hash.byteCount) == 1
        && EVP_DigestFinal_ex(context, tag, nil) == 1
    }
    return written == true
  }
}
