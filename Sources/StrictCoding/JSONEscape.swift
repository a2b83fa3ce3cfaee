/// Writes text so that it can do no harm where it is shown.
package enum JSONEscape {
  /// Appends UTF-8 text, with control characters, direction marks and line separators as JSON
  /// escape sequences, and with a backslash before each of the `escaping` characters.
  ///
  /// A terminal obeys control characters, and direction marks make a reader see another order
  /// than a program does (Unicode Technical Standard 39).
  package static func append(
    _ text: [UInt8], to output: inout [UInt8], escaping: [UInt8] = []
  ) {
    var decoder = UTF8()
    var source = text.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&source) {
      if scalar.isASCII, escaping.contains(UInt8(ascii: scalar)) {
        output += [UInt8(ascii: "\\"), UInt8(ascii: scalar)]
      } else if isHarmless(scalar) {
        UTF8.encode(scalar, into: { output.append($0) })
      } else {
        appendEscape(scalar, to: &output)
      }
    }
  }

  /// The text with everything that could do harm where it is shown written as escape sequences.
  package static func displayed(_ text: some Sequence<UInt8>) -> String {
    text.withSpan { displayed($0) }
  }

  /// The text with everything that could do harm where it is shown written as escape sequences.
  package static func displayed(_ text: Span<UInt8>) -> String {
    let copy = text.copied()
    // Names and values are nearly always plain, and then there is nothing to look at twice.
    for byte in copy where !(0x20..<0x7F).contains(byte) {
      var output: [UInt8] = []
      append(copy, to: &output)
      return String(decoding: output, as: UTF8.self)
    }
    return String(decoding: copy, as: UTF8.self)
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: false
    // Direction marks, embeddings, overrides and isolates; line and paragraph separators; and what
    // Unicode calls default ignorable: invisible, so that two different texts look alike.
    case 0x00AD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: false
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164: false
    case 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1D173...0x1D17A: false
    case 0xE0000...0xE0FFF: false
    default: true
    }
  }

  private static func appendEscape(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    switch scalar.value {
    case 0x08: output += Array("\\b".utf8)
    case 0x09: output += Array("\\t".utf8)
    case 0x0A: output += Array("\\n".utf8)
    case 0x0C: output += Array("\\f".utf8)
    case 0x0D: output += Array("\\r".utf8)
    default:
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        let digits = String(unit, radix: 16, uppercase: false)
        output += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      }
    }
  }
}
