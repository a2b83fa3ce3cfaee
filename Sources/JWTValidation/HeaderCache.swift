import Synchronization

/// A header that a token with a good signature had, with the keys that were chosen for it.
final class AcceptedHeader: Sendable {
  /// The encoded header, byte for byte.
  let encoded: [UInt8]
  let header: JOSEHeader
  let algorithm: SignatureAlgorithm
  let engines: [KeyEngine]
  /// `header.isPayloadEncoded`, without touching the rest of the header.
  let isPayloadEncoded: Bool

  init(
    encoded: [UInt8], header: JOSEHeader, algorithm: SignatureAlgorithm, engines: [KeyEngine]
  ) {
    self.encoded = encoded
    self.header = header
    self.algorithm = algorithm
    self.engines = engines
    isPayloadEncoded = header.isPayloadEncoded
  }
}

/// Remembers a few headers, because an issuer's tokens mostly share one.
///
/// The bytes of the header are the key: the same bytes mean the same parameters and the same keys.
/// Slots are filled once and never emptied, so reading needs no lock; and only headers of tokens
/// whose signature was good get in, so a sender without a key cannot fill them.
///
/// `AtomicLazyReference` would say the same in fewer words, but its `load` is a call into generic
/// code that takes a tenth of the time of a whole verification.
@safe
final class HeaderCache: Sendable {
  private let slots = unsafe InlineArray<8, Atomic<Unmanaged<AcceptedHeader>?>> { _ in
    unsafe Atomic(nil)
  }

  deinit {
    for index in unsafe slots.indices {
      unsafe slots[index].load(ordering: .acquiring)?.release()
    }
  }

  func find(_ encoded: Span<UInt8>) -> AcceptedHeader? {
    for index in unsafe slots.indices {
      guard let slot = unsafe slots[index].load(ordering: .acquiring) else { return nil }
      // Safe: what was put into a slot stays there as long as the cache.
      let isFound = unsafe slot._withUnsafeGuaranteedRef { entry in
        let stored = entry.encoded
        return encoded.isEqual(to: stored.span)
      }
      if isFound { return unsafe slot.takeUnretainedValue() }
    }
    return nil
  }

  func insert(_ entry: AcceptedHeader) {
    let mine = unsafe Unmanaged.passRetained(entry)
    for index in unsafe slots.indices {
      let (isMine, other) = unsafe slots[index].compareExchange(
        expected: nil, desired: mine, ordering: .acquiringAndReleasing)
      if isMine { return }
      // Another thread may have been first with the same header.
      if let other = unsafe other?.takeUnretainedValue(), other.encoded == entry.encoded { break }
    }
    unsafe mine.release()
  }
}
