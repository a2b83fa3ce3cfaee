extension Span<UInt8> {
  /// The offset of the first such byte at or behind `start`, 64 bytes a step.
  package func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      let pattern = SIMD16<UInt8>(repeating: byte)
      // All bits of a lane are set where the byte stands.
      @inline(__always) func places(_ at: Int) -> SIMDMask<SIMD16<Int8>> {
        unsafe base.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self) .== pattern
      }
      // Which of sixteen is the first, and 16 where there is none.
      @inline(__always) func first(in found: SIMDMask<SIMD16<Int8>>) -> Int {
        let words = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
        return words.x != 0
          ? UInt64(littleEndian: words.x).trailingZeroBitCount >> 3
          : 8 + UInt64(littleEndian: words.y).trailingZeroBitCount >> 3
      }
      var at = start
      while bytes.count - at >= 64 {
        let found = (places(at) .| places(at + 16)) .| (places(at + 32) .| places(at + 48))
        let words = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
        guard words.x | words.y == 0 else { break }
        at += 64
      }
      while bytes.count - at >= 16 {
        let place = first(in: places(at))
        if place < 16 { return at + place }
        at += 16
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
  /// Whether another text stands somewhere inside.
  package func contains(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty else { return true }
    var at = 0
    while let start = firstOffset(of: text[0], from: at), count - start >= text.count {
      if extracting(start..<start + text.count).isEqual(to: text) { return true }
      at = start + 1
    }
    return false
  }
}

extension Span<UInt8> {
  /// The bytes as an array of their own.
  package func copied() -> [UInt8] {
    unsafe withUnsafeBufferPointer { unsafe Array($0) }
  }
}

extension OutputSpan<UInt8> {
  /// Adds bytes, all at once.
  package mutating func append(bytes: Span<UInt8>) {
    guard freeCapacity >= bytes.count else {
      for index in bytes.indices { append(bytes[index]) }
      return
    }
    unsafe withUnsafeMutableBufferPointer { output, count in
      unsafe bytes.withUnsafeBytes { source in
        guard let from = source.baseAddress, let to = output.baseAddress else { return }
        unsafe UnsafeMutableRawPointer(to + count).copyMemory(from: from, byteCount: bytes.count)
      }
      count += bytes.count
    }
  }

  /// Adds the lowest bytes of a word, the lowest first; faster where there is room for all eight.
  package mutating func append(word: UInt64, count: Int) {
    let count = max(0, min(8, count))
    guard freeCapacity >= 8 else {
      for index in 0..<count { append(UInt8(truncatingIfNeeded: word >> (8 * UInt64(index)))) }
      return
    }
    unsafe withUnsafeMutableBufferPointer { output, written in
      guard let to = output.baseAddress else { return }
      unsafe UnsafeMutableRawPointer(to + written).storeBytes(
        of: word.littleEndian, as: UInt64.self)
      written += count
    }
  }
}

extension Sequence<UInt8> {
  /// Lends the bytes as a span: those of an array or a string where they are, others as a copy.
  package func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    if let result = withContiguousStorageIfAvailable({ unsafe body($0.span) }) { return result }
    let copy = Array(self)
    return body(copy.span)
  }
}

extension Span<UInt8> {
  /// How many such bytes there are, sixteen a step.
  package func count(of byte: UInt8) -> Int {
    unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      let pattern = SIMD16<UInt8>(repeating: byte)
      var total = 0
      var at = 0
      while bytes.count - at >= 16 {
        // A lane can count to 255.
        let end = min(bytes.count - 15, at + 255 * 16)
        var lanes = SIMD16<UInt8>(repeating: 0)
        while at < end {
          let text = unsafe base.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self)
          // All bits of a lane are set where the byte stands, which is the number -1.
          lanes &-= unsafe unsafeBitCast(text .== pattern, to: SIMD16<UInt8>.self)
          at += 16
        }
        let (low, high) = (lanes.lowHalf, lanes.highHalf)
        total += Int(
          (SIMD8<UInt16>(truncatingIfNeeded: low) &+ SIMD8<UInt16>(truncatingIfNeeded: high))
            .wrappedSum())
      }
      while at < bytes.count {
        if unsafe bytes[at] == byte { total += 1 }
        at += 1
      }
      return total
    }
  }

  /// The offset behind the last such byte, or `nil` if there is none.
  package func endOfLast(_ byte: UInt8) -> Int? {
    var at = count
    while at > 0 {
      if self[at - 1] == byte { return at }
      at -= 1
    }
    return nil
  }

  /// A number of 64 bits that differs, all but certainly, from that of every other text.
  ///
  /// Not a cryptographic hash: the seed must be random and stay inside the process, or somebody
  /// can make two texts with the same number.
  package func fingerprint(seed: UInt64) -> UInt64 {
    unsafe withUnsafeBytes { bytes in
      // Both factors of a product depend on the seed, so no word can make it vanish on purpose.
      let factor = seed | 0x9E37_79B9_7F4A_7C15
      @inline(__always) func mix(_ state: inout UInt64, _ word: UInt64) {
        let product = (state ^ word).multipliedFullWidth(by: factor)
        state = product.high ^ product.low ^ word.byteSwapped
      }
      var state = seed ^ UInt64(truncatingIfNeeded: bytes.count)
      guard let base = bytes.baseAddress else { return state }
      @inline(__always) func word(_ at: Int) -> UInt64 {
        unsafe base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      }
      var at = 0
      if bytes.count >= 64 {
        // Four products at a time, none of which waits for another.
        var (second, third, fourth) = (~state, state.byteSwapped, ~state.byteSwapped)
        while bytes.count - at >= 32 {
          mix(&state, word(at))
          mix(&second, word(at &+ 8))
          mix(&third, word(at &+ 16))
          mix(&fourth, word(at &+ 24))
          at &+= 32
        }
        mix(&state, second)
        mix(&state, third)
        mix(&state, fourth)
      }
      while bytes.count - at >= 8 {
        mix(&state, word(at))
        at += 8
      }
      var rest: UInt64 = 0
      while at < bytes.count {
        rest = unsafe rest << 8 | UInt64(bytes[at])
        at += 1
      }
      mix(&state, rest)
      mix(&state, seed)
      return state
    }
  }
}
