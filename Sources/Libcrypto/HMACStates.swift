import CLibcrypto

/// The states of a hash after the two padded keys of an HMAC, as plain memory; wiped when they go.
///
/// `@unchecked Sendable`: written only while they are made, by one thread.
final class HMACStates: @unchecked Sendable {
  private let hash: HashFunction
  private let inner: UnsafeMutablePointer<jc_sha2_state>
  private let outer: UnsafeMutablePointer<jc_sha2_state>

  init(_ hash: HashFunction) {
    self.hash = hash
    inner = .allocate(capacity: 2)
    inner.initialize(repeating: jc_sha2_state(), count: 2)
    outer = inner + 1
  }

  deinit {
    OPENSSL_cleanse(inner, 2 * MemoryLayout<jc_sha2_state>.stride)
    inner.deallocate()
  }

  /// Starts one of the two states with a padded key, one block long.
  func begin(_ pad: HMACKeyBlock.Pad, with block: UnsafeBufferPointer<UInt8>) -> Bool {
    jc_sha2_begin(pad == .inner ? inner : outer, hash.byteCount, block.baseAddress) == 1
  }

  /// Writes the tag of a message, as long as the hash.
  @inline(__always)
  func write(
    _ tag: UnsafeMutablePointer<UInt8>?, for message: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    jc_hmac(inner, outer, hash.byteCount, message.baseAddress, message.count, tag) == 1
  }
}
