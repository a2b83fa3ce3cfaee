/// The inner loop of base64url decoding: table look-ups, eight characters a step.
///
/// Four tables hold, for each character and each of the four places in a group, the bits that the
/// character contributes to the three output bytes, already shifted into place; a group is then
/// four look-ups joined by `|`. A character outside the alphabet has the top bit set, which no
/// valid character has, so one test at the end finds any number of them.
///
/// Worked example: "Zm9v" is 25, 38, 61, 47, that is 011001 100110 111101 101111, that is the
/// bytes 0x66 0x6F 0x6F. `Z` at place 0 gives 0x64 (the upper six bits of byte 0), `m` at place 1
/// gives 0x6002 (two bits of byte 0, four of byte 1), and so on; stored as a little-endian word
/// the three low bytes are the output.
enum Base64URLKernel {
  /// Bytes that may be written past the decoded ones: a group is stored as four bytes, not three.
  static let slack = 1

  private static let invalid: UInt32 = 0x8000_0000

  /// The 64 characters in the order of their values.
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// Place 0 at index 0, place 1 at 256, place 2 at 512, place 3 at 768.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: invalid, count: 4 * 256)
    for (value, character) in alphabet.enumerated() {
      let bits = UInt32(value)
      let index = Int(character)
      tables[index] = bits << 2
      tables[256 + index] = bits >> 4 | (bits & 15) << 12
      tables[512 + index] = (bits >> 2) << 8 | (bits & 3) << 22
      tables[768 + index] = bits << 16
    }
    return tables
  }()

  static func character(_ value: UInt8) -> UInt8 { alphabet[Int(value & 63)] }

  /// The value of a character, or `nil` outside the alphabet.
  static func value(of character: UInt8) -> UInt8? {
    let bits = tables[Int(character)]
    return bits == invalid ? nil : UInt8(bits >> 2)
  }

  /// Decodes `input` to `output`, which has room for the decoded bytes and `slack` more.
  ///
  /// - Returns: the number of decoded bytes, or -1 if the text is not acceptable.
  static func decode(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutablePointer<UInt8>?
  ) -> Int {
    guard let source = input.baseAddress, let output = unsafe output else {
      return input.isEmpty ? 0 : -1
    }
    return unsafe tables.withUnsafeBufferPointer { tables in
      guard let table = tables.baseAddress else { return -1 }
      return unsafe decode(source, input.count, into: UnsafeMutableRawPointer(output), table)
    }
  }

  private static func decode(
    _ source: UnsafePointer<UInt8>, _ count: Int, into output: UnsafeMutableRawPointer,
    _ table: UnsafePointer<UInt32>
  ) -> Int {
    @inline(__always) func group(_ at: Int) -> UInt32 {
      unsafe table[Int(source[at])] | table[256 + Int(source[at + 1])]
        | table[512 + Int(source[at + 2])] | table[768 + Int(source[at + 3])]
    }
    var read = 0
    var written = 0
    var seen: UInt32 = 0
    while count - read >= 8 {
      let first = group(read)
      let second = group(read + 4)
      seen |= first | second
      unsafe output.storeBytes(of: first.littleEndian, toByteOffset: written, as: UInt32.self)
      unsafe output.storeBytes(of: second.littleEndian, toByteOffset: written + 3, as: UInt32.self)
      read += 8
      written += 6
    }
    if count - read >= 4 {
      let bits = group(read)
      seen |= bits
      unsafe output.storeBytes(of: bits.littleEndian, toByteOffset: written, as: UInt32.self)
      read += 4
      written += 3
    }
    switch count - read {
    case 0: break
    case 2:
      let bits = unsafe table[Int(source[read])] | table[256 + Int(source[read + 1])]
      // The four low bits of the second character would belong to a byte that is not there.
      seen |= bits | (bits & 0xFF00 != 0 ? invalid : 0)
      unsafe output.storeBytes(
        of: UInt8(truncatingIfNeeded: bits), toByteOffset: written, as: UInt8.self)
      written += 1
    case 3:
      let bits =
        unsafe table[Int(source[read])] | table[256 + Int(source[read + 1])]
        | table[512 + Int(source[read + 2])]
      seen |= bits | (bits & 0xFF_0000 != 0 ? invalid : 0)
      unsafe output.storeBytes(
        of: UInt16(truncatingIfNeeded: bits).littleEndian, toByteOffset: written, as: UInt16.self)
      written += 2
    default: return -1
    }
    return seen & invalid == 0 ? written : -1
  }
}
