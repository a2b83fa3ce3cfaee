/// The UTF-8 bytes that a JSON string stands for, escape sequences resolved one at a time.
///
/// Names and values are compared through this without making a copy. The text has been checked by
/// the scanner; should a sequence be broken all the same, its backslash is handed out as it is.
@safe
struct JSONStringBytes: IteratorProtocol {
  private let text: UnsafeRawBufferPointer
  private var at = 0
  /// Bytes of an escaped character that are still to be handed out, lowest first, and their number.
  private var pending: UInt32 = 0
  private var pendingCount = 0

  /// `text` lies between the quotes and must outlive the iterator.
  init(_ text: UnsafeRawBufferPointer) { unsafe self.text = text }

  private func byte(_ index: Int) -> UInt8 { unsafe index < text.count ? text[index] : 0 }

  mutating func next() -> UInt8? {
    if pendingCount > 0 {
      defer {
        pending >>= 8
        pendingCount -= 1
      }
      return UInt8(truncatingIfNeeded: pending)
    }
    guard unsafe at < text.count else { return nil }
    let first = byte(at)
    at += 1
    guard first == UInt8(ascii: "\\") else { return first }
    let kind = byte(at)
    at += 1
    switch kind {
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "u"): return nextOfUnicodeEscape()
    default: return kind
    }
  }

  private mutating func nextOfUnicodeEscape() -> UInt8? {
    var scalar = codeUnit(at)
    at += 4
    if scalar & 0xFC00 == 0xD800 {
      scalar = 0x10000 + (scalar & 0x3FF) << 10 + codeUnit(at + 2) & 0x3FF
      at += 6
    }
    guard let encoded = Unicode.Scalar(scalar).flatMap(UTF8.encode) else {
      return UInt8(ascii: "\\")
    }
    for (place, unit) in encoded.enumerated() {
      pending |= UInt32(unit) << (8 * UInt32(place))
      pendingCount += 1
    }
    return next()
  }

  private func codeUnit(_ start: Int) -> UInt32 {
    var unit: UInt32 = 0
    for index in start..<start + 4 { unit = unit << 4 | UInt32(hexDigitValue(byte(index)) ?? 0) }
    return unit
  }
}
