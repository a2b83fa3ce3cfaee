import StrictCoding

/// base64 in either alphabet, with or without padding: what people paste as a secret.
enum Base64Text {
  /// The bytes of a text in one of the two alphabets; `nil` if it is in neither.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    var characters = text
    while characters.last == UInt8(ascii: "="), text.count - characters.count < 2 {
      characters.removeLast()
    }
    characters = urlAlphabet(characters)
    return try? Base64URL.decode(characters.span)
  }

  /// The text in the standard alphabet, without padding.
  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    standardAlphabet(Base64URL.encode(bytes.span))
  }

  /// The text with `-` and `_` in the place of `+` and `/`.
  static func urlAlphabet(_ text: [UInt8]) -> [UInt8] {
    text.map {
      switch $0 {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      default: $0
      }
    }
  }

  /// The text with `+` and `/` in the place of `-` and `_`.
  static func standardAlphabet(_ text: [UInt8]) -> [UInt8] {
    text.map {
      switch $0 {
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      case UInt8(ascii: "_"): UInt8(ascii: "/")
      default: $0
      }
    }
  }

  /// The text with the padding that its length calls for.
  static func padded(_ text: [UInt8]) -> [UInt8] {
    text + [UInt8](repeating: UInt8(ascii: "="), count: (4 - text.count & 3) & 3)
  }

  /// Every character of base64url.
  static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
}

/// Hexadecimal digits, two for a byte.
enum HexText {
  /// The bytes of a text; `nil` if it is not of pairs of digits.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    guard !text.isEmpty, text.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: text.count, by: 2) {
      guard let high = hexDigitValue(text[start]), let low = hexDigitValue(text[start + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  /// The digits of bytes, in lower case.
  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }
}
