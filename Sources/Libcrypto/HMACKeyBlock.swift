import CLibcrypto

/// An HMAC key brought to the length of one block of the hash (RFC 2104, section 2); wiped when it goes.
struct HMACKeyBlock: ~Copyable {
  /// Combined with the key before the message, and before the inner digest.
  enum Pad: UInt8 {
    case inner = 0x36
    case outer = 0x5c
  }

  private let hash: HashFunction
  private let block: UnsafeMutableBufferPointer<UInt8>

  private init(_ hash: HashFunction) {
    self.hash = hash
    block = .allocate(capacity: hash.blockByteCount)
    block.initialize(repeating: 0)
  }

  deinit {
    OPENSSL_cleanse(block.baseAddress, block.count)
    block.deallocate()
  }

  /// Pads the key with zeros, or hashes it first when it is longer than a block.
  static func padding(
    _ key: Span<UInt8>, for hash: HashFunction
  ) throws(LibcryptoError) -> HMACKeyBlock {
    let padded = HMACKeyBlock(hash)
    if key.count > padded.block.count {
      try padded.writeDigest(of: key)
    } else {
      for index in key.indices { padded.block[index] = key[index] }
    }
    return padded
  }

  private func writeDigest(of key: Span<UInt8>) throws(LibcryptoError) {
    let implementation = try hash.implementation()
    try ErrorQueue.preserved { () throws(LibcryptoError) in
      let hashed = key.withUnsafeBufferPointer {
        EVP_Digest($0.baseAddress, $0.count, block.baseAddress, nil, implementation.handle, nil)
      }
      guard hashed == 1 else { throw ErrorQueue.failure("EVP_Digest") }
    }
  }

  /// The state of the hash after the key combined with the pad.
  func state(after pad: Pad) throws(LibcryptoError) -> DigestContext {
    let implementation = try hash.implementation()
    apply(pad)
    defer { apply(pad) }
    return try ErrorQueue.preserved { () throws(LibcryptoError) in
      let context = try DigestContext.empty()
      guard EVP_DigestInit_ex2(context.handle, implementation.handle, nil) == 1,
        EVP_DigestUpdate(context.handle, block.baseAddress, block.count) == 1
      else { throw ErrorQueue.failure("EVP_DigestInit_ex2") }
      return context
    }
  }

  /// The states of the hash after the key combined with each pad; `nil` when this libcrypto has not
  /// the functions.
  func states() -> HMACStates? {
    let states = HMACStates(hash)
    apply(.inner)
    let hasInner = states.begin(.inner, with: UnsafeBufferPointer(block))
    apply(.inner)
    apply(.outer)
    let hasOuter = states.begin(.outer, with: UnsafeBufferPointer(block))
    apply(.outer)
    guard hasInner, hasOuter else { return nil }
    return states
  }

  private func apply(_ pad: Pad) {
    // Not by `^=`: of that the thread sanitizer of Swift 6.3 makes code that does not compile.
    for index in block.indices { block[index] = block[index] ^ pad.rawValue }
  }
}
