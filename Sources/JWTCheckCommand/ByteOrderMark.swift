import StrictCoding

/// The marks with which some programs begin a text (Unicode, section 23.8).
enum ByteOrderMark {
  static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let utf16: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]

  /// Whether a text begins with the mark of UTF-8.
  static func isUTF8(at text: Span<UInt8>) -> Bool { begins(text, with: utf8) }

  /// Whether a text begins with the mark of UTF-16, in either order of bytes.
  static func isUTF16(at text: Span<UInt8>) -> Bool { utf16.contains { begins(text, with: $0) } }

  private static func begins(_ text: Span<UInt8>, with mark: [UInt8]) -> Bool {
    text.extracting(first: mark.count).isEqual(to: mark.span)
  }
}
