/// base64url without padding, exactly as RFC 7515 §2 and RFC 4648 §5 define it.
///
/// Each sequence of bytes has one spelling and every other spelling is refused: two texts that
/// decode alike would let a token be changed without breaking its signature.
public enum Base64URL {
  /// Decodes a whole text.
  ///
  /// - Throws: `Base64URLError` with the offset of the first byte that cannot be accepted.
  public static func decode(_ text: Span<UInt8>) throws(Base64URLError) -> [UInt8] {
    let room = decodedCount(ofEncodedCount: text.count) + Base64URLKernel.slack
    var decoded = -1
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
      unsafe text.withUnsafeBufferPointer { input in
        decoded = unsafe Base64URLKernel.decode(input, into: output.baseAddress)
      }
      count = max(0, decoded)
    }
    if decoded < 0, let error = firstError(in: text) { throw error }
    return bytes
  }

  /// Decodes two texts into one array, the second right behind the first: one allocation for the
  /// payload and the signature of a token.
  ///
  /// The array has room for the members of most claims sets, see `JSONMemberList`.
  ///
  /// - Returns: the bytes and how many of them belong to the first text, or `nil` if one of the
  ///   texts is not acceptable; `firstError(in:)` then says which and where.
  package static func decode(
    _ first: Span<UInt8>, followedBy second: Span<UInt8>
  ) -> (bytes: [UInt8], firstCount: Int)? {
    let room =
      decodedCount(ofEncodedCount: first.count) + decodedCount(ofEncodedCount: second.count)
      + Base64URLKernel.slack + usualMemberCount * JSONMemberRange.byteCount
    var firstCount = -1
    var secondCount = -1
    // Appending to an empty array: making one of a given capacity would go through a generic
    // function of the runtime, which takes as long as decoding a header.
    var bytes: [UInt8] = []
    bytes.append(addingCapacity: room) { output in
      unsafe output.withUnsafeMutableBufferPointer { output, count in
        unsafe first.withUnsafeBufferPointer { input in
          firstCount = unsafe Base64URLKernel.decode(input, into: output.baseAddress)
        }
        guard firstCount >= 0 else { return }
        unsafe second.withUnsafeBufferPointer { input in
          secondCount = unsafe Base64URLKernel.decode(
            input, into: output.baseAddress.map { unsafe $0 + firstCount })
        }
        count = firstCount + max(0, secondCount)
      }
    }
    return firstCount >= 0 && secondCount >= 0 ? (bytes, firstCount) : nil
  }

  /// Members in the largest usual claims set and its header.
  private static let usualMemberCount = 24

  /// Encodes bytes as text without padding.
  public static func encode(_ bytes: Span<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(encodedCount(ofDecodedCount: bytes.count))
    var bits: UInt32 = 0
    var bitCount: UInt32 = 0
    for index in bytes.indices {
      bits = bits << 8 | UInt32(bytes[index])
      bitCount += 8
      while bitCount >= 6 {
        bitCount -= 6
        text.append(Base64URLKernel.character(UInt8(truncatingIfNeeded: bits >> bitCount) & 63))
      }
    }
    if bitCount > 0 {
      text.append(Base64URLKernel.character(UInt8(truncatingIfNeeded: bits << (6 - bitCount)) & 63))
    }
    return text
  }

  /// The number of bytes that a text of so many characters stands for.
  public static func decodedCount(ofEncodedCount count: Int) -> Int {
    count / 4 * 3 + max(0, count & 3 - 1)
  }

  /// The number of characters that so many bytes become.
  package static func encodedCount(ofDecodedCount count: Int) -> Int { (count * 4 + 2) / 3 }

  /// Finds what the fast path refused, which only knows that something is wrong; `nil` for a text
  /// that is acceptable.
  package static func firstError(in text: Span<UInt8>) -> Base64URLError? {
    for offset in text.indices where Base64URLKernel.value(of: text[offset]) == nil {
      let byte = text[offset]
      switch byte {
      case UInt8(ascii: "="): return .padding(offset: offset)
      case UInt8(ascii: "+"), UInt8(ascii: "/"): return .standardAlphabet(byte, offset: offset)
      case 0x20, 0x09, 0x0A, 0x0D: return .whiteSpace(offset: offset)
      default: return .invalidCharacter(byte, offset: offset)
      }
    }
    switch text.count & 3 {
    case 0: return nil
    case 1: return .impossibleLength(count: text.count)
    case let rest:
      let unusedBits: UInt8 = rest == 2 ? 0x0F : 0x03
      let last = Base64URLKernel.value(of: text[text.count - 1]) ?? 0
      return last & unusedBits == 0 ? nil : .trailingBits(offset: text.count - 1)
    }
  }
}

/// Whether a byte is one of the 64 characters (RFC 4648 §5).
@inline(__always)
package func isBase64URLCharacter(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
    true
  default: false
  }
}

extension Span<UInt8> {
  /// The offset of the first byte from an offset on that is none of the 64 characters.
  ///
  /// A loop of its own, because a call for each byte from another module would take longer than the
  /// comparison.
  package func endOfBase64URL(from start: Int) -> Int {
    var at = start
    while at < count, isBase64URLCharacter(self[at]) { at += 1 }
    return at
  }
}
