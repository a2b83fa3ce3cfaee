/// A single byte in words.
enum ShownByte {
  /// The character in quotes where it can be seen, a name where it has one, else its number.
  static func words(_ byte: UInt8) -> String {
    switch byte {
    case 0x20: "a blank"
    case 0x09: "a tab"
    case 0x0A, 0x0D: "a line end"
    case 0x00: "a NUL byte"
    case UInt8(ascii: "'"): "\"'\""
    case 0x21...0x7E: "'\(Unicode.Scalar(byte))'"
    default: "the byte \(hexadecimal(byte))"
    }
  }

  /// Two digits behind `0x`.
  static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (byte < 16 ? "0" : "") + digits
  }
}
