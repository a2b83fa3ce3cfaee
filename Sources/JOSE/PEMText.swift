package import StrictCoding

extension PEMBlock {
  /// Writes one block as RFC 7468 §3 has it: 64 characters a line, one line end behind the last.
  ///
  /// The text may hold a private key, so it is made in memory that is wiped.
  package static func text(label: String, der: Span<UInt8>) -> SecretBytes {
    var encoded = Base64URL.encode(der)
    defer { SecretBytes.wipe(&encoded) }
    for index in encoded.indices {
      switch encoded[index] {
      case UInt8(ascii: "-"): encoded[index] = UInt8(ascii: "+")
      case UInt8(ascii: "_"): encoded[index] = UInt8(ascii: "/")
      default: break
      }
    }
    let padding = (4 - encoded.count & 3) & 3
    let opening = Array("-----BEGIN \(label)-----\n".utf8)
    let closing = Array("-----END \(label)-----\n".utf8)
    let bodyCount = encoded.count + padding
    let lineCount = (bodyCount + lineLength - 1) / lineLength
    return SecretBytes(capacity: opening.count + bodyCount + lineCount + closing.count) { output in
      for byte in opening { output.append(byte) }
      for index in 0..<bodyCount {
        output.append(index < encoded.count ? encoded[index] : UInt8(ascii: "="))
        if (index + 1) % lineLength == 0 || index + 1 == bodyCount { output.append(0x0A) }
      }
      for byte in closing { output.append(byte) }
    }
  }

  private static let lineLength = 64
}
