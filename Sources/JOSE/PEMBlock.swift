package import StrictCoding

/// One block of a PEM text (RFC 7468): its label and the bytes between its lines.
package struct PEMBlock: Sendable {
  /// What stands behind BEGIN, such as `PUBLIC KEY`.
  package let label: String
  /// The decoded content, which may be a private key.
  package let der: SecretBytes

  private static let begin = Array("-----BEGIN ".utf8)
  private static let end = Array("-----END ".utf8)
  private static let dashes = Array("-----".utf8)

  /// Whether a text looks like PEM, whatever its line ends are and though dashes be missing.
  package static func isLikely(_ text: [UInt8]) -> Bool {
    text.span.contains("--BEGIN ".utf8.span)
  }

  /// Reads all blocks; text between them is passed over (RFC 7468 §2).
  ///
  /// Line ends may be written out as `\n`, as environment variables often have them.
  package static func parse(_ text: [UInt8]) throws(PEMError) -> [PEMBlock] {
    var blocks: [PEMBlock] = []
    var at = 0
    while let opening = text.firstRange(of: begin, from: at) {
      guard let labelEnd = text.firstRange(of: dashes, from: opening.upperBound),
        let label = label(text[opening.upperBound..<labelEnd.lowerBound])
      else { throw .unterminated(label: "") }
      let closingLine = end + Array(label.utf8) + dashes
      guard let closing = text.firstRange(of: closingLine, from: labelEnd.upperBound) else {
        throw .unterminated(label: label)
      }
      blocks.append(
        PEMBlock(
          label: label,
          der: try decode(text, labelEnd.upperBound..<closing.lowerBound, label: label)))
      at = closing.upperBound
    }
    guard !blocks.isEmpty else { throw .noBlock }
    return blocks
  }

  /// The text of a label; `nil` for what cannot be one.
  ///
  /// Where a dash is missing, all of a private key stands between BEGIN and the next five dashes: it
  /// must not get into an error by way of the label.
  private static func label(_ bytes: ArraySlice<UInt8>) -> String? {
    let isLabel = bytes.allSatisfy {
      switch $0 {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x20: true
      default: false
      }
    }
    // The longest label in use has 22 characters.
    return isLabel && bytes.count <= 64 ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// Decodes base64 with its padding, passing over line ends.
  private static func decode(
    _ text: [UInt8], _ body: Range<Int>, label: String
  ) throws(PEMError) -> SecretBytes {
    if text[body].contains(UInt8(ascii: ":")) { throw .encrypted(label: label) }
    var characters: [UInt8] = []
    characters.reserveCapacity(body.count)
    defer { SecretBytes.wipe(&characters) }
    var at = body.lowerBound
    var padding = 0
    while at < body.upperBound {
      let byte = text[at]
      switch byte {
      case UInt8(ascii: "\\")
      where at + 1 < body.upperBound && [0x6E, 0x72].contains(text[at + 1]):
        at += 1  // a line end written out as \n or \r
      case 0x0A, 0x0D, 0x20, 0x09: break
      case UInt8(ascii: "="): padding += 1
      case UInt8(ascii: "+") where padding == 0: characters.append(UInt8(ascii: "-"))
      case UInt8(ascii: "/") where padding == 0: characters.append(UInt8(ascii: "_"))
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where padding == 0,
        UInt8(ascii: "a")...UInt8(ascii: "z") where padding == 0,
        UInt8(ascii: "0")...UInt8(ascii: "9") where padding == 0:
        characters.append(byte)
      default: throw .encoding(label: label, offset: at)
      }
      at += 1
    }
    guard (characters.count + padding) & 3 == 0, padding <= 2, !characters.isEmpty,
      var bytes = try? Base64URL.decode(characters.span)
    else { throw .encoding(label: label, offset: body.lowerBound) }
    defer { SecretBytes.wipe(&bytes) }
    return SecretBytes(bytes)
  }
}

extension [UInt8] {
  /// Where `pattern` first occurs at or behind `start`.
  fileprivate func firstRange(of pattern: [UInt8], from start: Int) -> Range<Int>? {
    guard !pattern.isEmpty else { return nil }
    var at = start
    while at + pattern.count <= count {
      guard let candidate = span.firstOffset(of: pattern[0], from: at),
        candidate + pattern.count <= count
      else { return nil }
      if self[candidate..<candidate + pattern.count].elementsEqual(pattern) {
        return candidate..<candidate + pattern.count
      }
      at = candidate + 1
    }
    return nil
  }
}
