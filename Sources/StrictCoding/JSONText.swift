/// Reads parts of a text that the scanner has accepted.
enum JSONText {
  /// The bytes between the quotes of a string, escape sequences resolved.
  static func unescaped(_ text: [UInt8], _ range: Range<Int>) -> [UInt8] {
    let raw = text[range]
    guard raw.contains(UInt8(ascii: "\\")) else { return Array(raw) }
    return unsafe raw.withUnsafeBytes { bytes in
      var iterator = unsafe JSONStringBytes(bytes)
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      while let byte = iterator.next() { result.append(byte) }
      return result
    }
  }

  /// Whether the bytes between the quotes of a string stand for exactly `other`.
  static func isEqual(
    _ text: [UInt8], _ range: Range<Int>, to other: some Sequence<UInt8>
  ) -> Bool {
    unsafe text[range].withUnsafeBytes { bytes in
      var iterator = unsafe JSONStringBytes(bytes)
      for byte in other where iterator.next() != byte { return false }
      return iterator.next() == nil
    }
  }
}
