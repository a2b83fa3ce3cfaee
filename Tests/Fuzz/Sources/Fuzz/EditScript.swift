/// Edits of a known token, read from an input: the first byte chooses the token, then every four
/// bytes are an edit: what, where (two bytes), with which byte.
///
/// A fuzzer that only changes texts practically never keeps a signature; starting from a signed
/// token, every edit is an attempt at forging.
struct EditScript {
  let result: [UInt8]

  init?(_ input: [UInt8]) {
    guard let first = input.first, first < 0x20 else { return nil }
    var text = knownTokens[Int(first) % knownTokens.count].token
    var at = 1
    while at + 4 <= input.count, !text.isEmpty {
      let place = (Int(input[at + 1]) << 8 | Int(input[at + 2])) % text.count
      Self.apply(input[at], at: place, byte: input[at + 3], to: &text)
      at += 4
    }
    result = text
  }

  private static func apply(
    _ operation: UInt8, at place: Int, byte: UInt8, to text: inout [UInt8]
  ) {
    switch operation % 8 {
    case 0: text[place] = byte
    case 1: text.insert(byte, at: place)
    case 2: text.remove(at: place)
    case 3: text[place] ^= 1 << (byte & 7)
    case 4: text.append(byte)
    case 5: text.removeSubrange(place..<min(text.count, place + Int(byte)))
    case 6: text.swapAt(place, Int(byte) % text.count)
    default:
      // A part of another token takes the place of the same part.
      let other = knownTokens[Int(byte) % knownTokens.count].token
      let dot = UInt8(ascii: ".")
      var parts = text.split(separator: dot, omittingEmptySubsequences: false)
      let others = other.split(separator: dot, omittingEmptySubsequences: false)
      let index = place % parts.count
      parts[index] = others[index % others.count]
      text = Array(parts.joined(separator: [dot]))
    }
  }
}
