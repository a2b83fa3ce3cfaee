import Libcrypto
import Synchronization

/// A header that a token with a good signature had, with the keys that were chosen for it.
@safe
final class AcceptedHeader: Sendable {
  /// The encoded header, byte for byte.
  let encoded: [UInt8]
  let header: JOSEHeader
  let algorithm: SignatureAlgorithm
  let engines: [KeyEngine]
  /// The same without counting; `engines` keeps them.
  private let uncounted: [Unmanaged<KeyEngine>]
  /// `header.isPayloadEncoded`, without touching the rest of the header.
  let isPayloadEncoded: Bool
  /// How many characters the signature of the first engine has.
  private let signatureCount: Int

  init(
    encoded: [UInt8], header: JOSEHeader, algorithm: SignatureAlgorithm, engines: [KeyEngine]
  ) {
    self.encoded = encoded
    self.header = header
    self.algorithm = algorithm
    self.engines = engines
    unsafe uncounted = engines.map { unsafe .passUnretained($0) }
    isPayloadEncoded = header.isPayloadEncoded
    signatureCount = Base64URL.encodedCount(
      ofDecodedCount: engines.first?.signatureByteCount ?? 0)
  }

  /// Where the parts of a token lie that begins with this header, if it is one that can be accepted.
  ///
  /// Nobody has counted the dots: decoding the other two parts does, because a dot is no character
  /// of base64url. `nil` says nothing about a token.
  func segments(of token: Span<UInt8>) -> CompactSegments? {
    guard isPayloadEncoded else { return nil }
    let payloadCount = token.count - encoded.count - 2 - signatureCount
    guard payloadCount >= 0,
      token[encoded.count + 1 + payloadCount] == UInt8(ascii: ".")
    else { return nil }
    return CompactSegments(
      headerCount: encoded.count, payloadCount: payloadCount, signatureCount: signatureCount)
  }

  /// The position of the first engine that finds the signature good.
  func firstEngine(accepting signature: Span<UInt8>, message: Span<UInt8>) -> Int? {
    for index in 0..<(unsafe uncounted.count) {
      let isValid = unsafe uncounted[index]._withUnsafeGuaranteedRef {
        $0.isValid(signature: signature, message: message)
      }
      if isValid { return index }
    }
    return nil
  }
}

/// Remembers a few headers, because an issuer's tokens mostly share one.
///
/// The bytes of the header are the key: the same bytes mean the same parameters and the same keys.
/// Slots are filled once and never emptied, so reading needs no lock; and only headers of tokens
/// whose signature was good get in, so a sender without a key cannot fill them. Threads have slots of
/// their own: each verified token counts its header, and a count that threads share makes them wait.
///
/// `AtomicLazyReference` would say the same in fewer words, but its `load` is a call into generic
/// code that takes a tenth of the time of a whole verification; and atomic references are of a generic
/// type that a short process makes once for every slot, so the slots hold numbers.
@safe
final class HeaderCache: Sendable {
  private static let headersPerThread = 8
  private static let threadCount = 16

  /// The addresses of counted references, or 0.
  private let slots = InlineArray<128, Atomic<UInt>> { _ in Atomic(0) }

  deinit {
    for index in slots.indices { unsafe entry(at: index)?.release() }
  }

  private func entry(at index: Int) -> Unmanaged<AcceptedHeader>? {
    unsafe Self.entry(slots[index].load(ordering: .acquiring))
  }

  private static func entry(_ address: UInt) -> Unmanaged<AcceptedHeader>? {
    guard let pointer = unsafe UnsafeRawPointer(bitPattern: address) else { return nil }
    return unsafe .fromOpaque(pointer)
  }

  /// The slots of the calling thread.
  private var ownSlots: Range<Int> {
    let first = (ThreadNumber.current & (Self.threadCount - 1)) * Self.headersPerThread
    return first..<first + Self.headersPerThread
  }

  /// The header that a token begins with, if it is known.
  func find(startOf token: Span<UInt8>) -> AcceptedHeader? {
    for index in ownSlots {
      guard let slot = unsafe entry(at: index) else { return nil }
      // Safe: what was put into a slot stays there as long as the cache.
      let isFound = unsafe slot._withUnsafeGuaranteedRef { entry in
        let encoded = entry.encoded
        return token.startsWithHeader(encoded.span)
      }
      if isFound { return unsafe slot.takeUnretainedValue() }
    }
    return nil
  }

  func insert(_ entry: AcceptedHeader) {
    let mine = unsafe Unmanaged.passRetained(entry)
    let address = unsafe UInt(bitPattern: mine.toOpaque())
    for index in ownSlots {
      let (isMine, other) = slots[index].compareExchange(
        expected: 0, desired: address, ordering: .acquiringAndReleasing)
      if isMine { return }
      // Another thread with the same slots may have been first with the same header.
      if let other = unsafe Self.entry(other)?.takeUnretainedValue(),
        other.encoded == entry.encoded
      {
        break
      }
    }
    unsafe mine.release()
  }
}
