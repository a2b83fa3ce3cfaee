import CLibcrypto

/// HMAC (RFC 2104) under one key; made once, used by any number of threads.
///
/// HMAC hashes the key before the message, and again before the inner digest. Both are done here once: a message starts
/// from copies of the two states, which takes a quarter of the time of a MAC from scratch.
///
/// `@unchecked Sendable`: `inner` and `outer` are written only in `init`, and copying reads them. A scratch context is out of
/// the pool while it is used, so one thread has it.
package final class MessageAuthenticator: @unchecked Sendable {
  private let hash: HashFunction
  private let inner: DigestContext
  private let outer: DigestContext
  private let pool = ContextPool()

  /// Any key length is taken: whether a key is long enough is for the caller to say.
  ///
  /// - Throws: `unavailable` when no provider offers the hash, `failed` when memory is short.
  package init(key: Span<UInt8>, hash: HashFunction) throws(LibcryptoError) {
    self.hash = hash
    let block = try HMACKeyBlock.padding(key, for: try hash.implementation())
    inner = try block.state(after: .inner)
    outer = try block.state(after: .outer)
  }

  /// Whether the tag is the message's, compared in constant time; a shortened tag is refused.
  package func isValid(tag: Span<UInt8>, message: Span<UInt8>) -> Bool {
    guard tag.count == hash.byteCount else { return false }
    var expected = Tag()
    defer { expected.wipe() }
    guard write(&expected, for: message) else { return false }
    return equalInConstantTime(expected.bytes.span.extracting(0..<tag.count), tag)
  }

  /// The message's tag, as long as the hash.
  ///
  /// - Throws: `failed` when memory is short.
  package func tag(for message: Span<UInt8>) throws(LibcryptoError) -> [UInt8] {
    var tag = Tag()
    guard write(&tag, for: message)
    else { throw .failed(operation: "EVP_MD_CTX_copy_ex", reason: "no reason given") }
    return [UInt8](capacity: hash.byteCount) { output in
      for index in 0..<hash.byteCount { output.append(tag.bytes[index]) }
    }
  }

  /// Room for a tag of any hash.
  private struct Tag {
    var bytes = [64 of UInt8](repeating: 0)

    /// The right tag of a wrong message would be a signature for it.
    mutating func wipe() {
      var bytes = bytes.mutableSpan
      bytes.withUnsafeMutableBufferPointer { OPENSSL_cleanse($0.baseAddress, $0.count) }
    }
  }

  private func write(_ tag: inout Tag, for message: Span<UInt8>) -> Bool {
    var bytes = tag.bytes.mutableSpan
    let written = bytes.withUnsafeMutableBufferPointer { tag in
      message.withUnsafeBufferPointer { message in
        pool.withContext { context in
          EVP_MD_CTX_copy_ex(context, inner.handle) == 1
            && EVP_DigestUpdate(context, message.baseAddress, message.count) == 1
            && EVP_DigestFinal_ex(context, tag.baseAddress, nil) == 1
            && EVP_MD_CTX_copy_ex(context, outer.handle) == 1
            && EVP_DigestUpdate(context, tag.baseAddress, hash.byteCount) == 1
            && EVP_DigestFinal_ex(context, tag.baseAddress, nil) == 1
        }
      }
    }
    return written == true
  }
}
