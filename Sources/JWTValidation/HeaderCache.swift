import Synchronization

/// A header that a token with a good signature had, with the keys that were chosen for it.
final class AcceptedHeader: Sendable {
  /// The encoded header, byte for byte.
  let encoded: [UInt8]
  let header: JOSEHeader
  let algorithm: SignatureAlgorithm
  let engines: [KeyEngine]

  init(
    encoded: [UInt8], header: JOSEHeader, algorithm: SignatureAlgorithm, engines: [KeyEngine]
  ) {
    self.encoded = encoded
    self.header = header
    self.algorithm = algorithm
    self.engines = engines
  }
}

/// Remembers a few headers, because an issuer's tokens mostly share one.
///
/// The bytes of the header are the key: the same bytes mean the same parameters and the same keys.
/// Slots are filled once and never emptied, so reading needs no lock; and only headers of tokens
/// whose signature was good get in, so a sender without a key cannot fill them.
final class HeaderCache: Sendable {
  private let slots = InlineArray<8, AtomicLazyReference<AcceptedHeader>> { _ in
    AtomicLazyReference()
  }

  func find(_ encoded: Span<UInt8>) -> AcceptedHeader? {
    for index in slots.indices {
      guard let entry = slots[index].load() else { return nil }
      let stored = entry.encoded
      if encoded.isEqual(to: stored.span) { return entry }
    }
    return nil
  }

  func insert(_ entry: AcceptedHeader) {
    for index in slots.indices where slots[index].load() == nil {
      // Another thread may be first; its entry may be this one, which `find` will see.
      if slots[index].storeIfNil(entry) === entry { return }
    }
  }
}
