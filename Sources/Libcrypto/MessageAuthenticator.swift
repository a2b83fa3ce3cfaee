import CLibcrypto

/// HMAC (RFC 2104) under one key; made once, used by any number of threads.
///
/// HMAC hashes the key before the message, and again before the inner digest. Both are done here once: a message starts
/// from copies of the two states, which takes a fifth of the time of a MAC from scratch.
package final class MessageAuthenticator: Sendable {
  private let hash: HashFunction
  private let lane: Lane

  /// Where the states are kept.
  private enum Lane {
    /// In plain memory: nothing to allocate, nothing to share.
    case plain(HMACStates)
    /// In contexts, for hashes that are not libcrypto's own.
    case contexts(HMACContexts)
  }

  /// Any key length is taken: whether a key is long enough is for the caller to say.
  ///
  /// - Parameter usesPlainStates: `false` only to compare the two ways.
  /// - Throws: `unavailable` when no provider offers the hash, `failed` when memory is short.
  package init(
    key: Span<UInt8>, hash: HashFunction, usesPlainStates: Bool = true
  ) throws(LibcryptoError) {
    self.hash = hash
    let block = try HMACKeyBlock.padding(key, for: hash)
    if usesPlainStates, BuiltInHashes.contains(hash), let states = block.states() {
      lane = .plain(states)
    } else {
      lane = .contexts(
        HMACContexts(
          hash, inner: try block.state(after: .inner), outer: try block.state(after: .outer)))
    }
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
    return bytes.withUnsafeMutableBufferPointer { tag in
      message.withUnsafeBufferPointer { message in
        switch lane {
        case .plain(let states): states.write(tag.baseAddress, for: message)
        case .contexts(let contexts): contexts.write(tag.baseAddress, for: message)
        }
      }
    }
  }
}
