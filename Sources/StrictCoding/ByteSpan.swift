extension Span<UInt8> {
  /// The offset of the first such byte at or behind `start`, eight bytes a step.
  package func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      let ones: UInt64 = 0x0101_0101_0101_0101
      // A byte of the difference is zero where the text has the byte; the lowest flag is exact.
      @inline(__always) func flags(_ at: Int) -> UInt64 {
        let difference =
          unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
          ^ (ones &* UInt64(byte))
        return (difference &- ones) & ~difference & (ones &* 0x80)
      }
      var at = start
      while bytes.count - at >= 32,
        flags(at) | flags(at + 8) | flags(at + 16) | flags(at + 24) == 0
      {
        at += 32
      }
      while bytes.count - at >= 8 {
        let found = flags(at)
        if found != 0 { return at + found.trailingZeroBitCount >> 3 }
        at += 8
      }
      while at < bytes.count {
        if unsafe bytes[at] == byte { return at }
        at += 1
      }
      return nil
    }
  }
}

extension Span<UInt8> {
  /// Whether both hold the same bytes. Not for secrets: the time depends on where they differ.
  package func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return unsafe withUnsafeBytes { mine in
      unsafe other.withUnsafeBytes { others in
        guard let a = mine.baseAddress, let b = others.baseAddress else { return true }
        var at = 0
        while mine.count - at >= 8 {
          if unsafe a.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            != b.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          {
            return false
          }
          at += 8
        }
        while at < mine.count {
          if unsafe mine[at] != others[at] { return false }
          at += 1
        }
        return true
      }
    }
  }
}

extension Span<UInt8> {
  /// The bytes as an array of their own.
  package func copied() -> [UInt8] {
    unsafe withUnsafeBufferPointer { unsafe Array($0) }
  }
}

extension Sequence<UInt8> {
  /// Lends the bytes as a span: those of an array or a string where they are, others as a copy.
  func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    if let result = withContiguousStorageIfAvailable({ unsafe body($0.span) }) { return result }
    let copy = Array(self)
    return body(copy.span)
  }
}
