import StrictCoding
import VectorSupport

/// The second signature (r, n − s) to an ES256 signature (r, s).
enum ECDSATwin {
  /// The order of P-256 (SEC 2, 2.4.2).
  private static let order: [UInt8] = [
    0xFF, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
  ]

  /// A token with the same content and another good signature.
  static func token(_ token: String) throws -> String {
    let dot = try required(token.lastIndex(of: "."), "a signature")
    let encoded = Array(token[token.index(after: dot)...].utf8)
    var signature = try Base64URL.decode(encoded.span)
    var borrow = 0
    for index in (0..<32).reversed() {
      let difference = Int(order[index]) - Int(signature[32 + index]) - borrow
      borrow = difference < 0 ? 1 : 0
      signature[32 + index] = UInt8(difference + 256 * borrow)
    }
    return token[...dot] + String(decoding: Base64URL.encode(signature.span), as: UTF8.self)
  }
}
