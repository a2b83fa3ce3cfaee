import StrictCoding

/// The line around one byte of a text, and a caret under that byte.
///
/// Control characters and invisible ones are shown as escape sequences, so the caret is placed by
/// what is shown and not by what is there. Bytes that are no UTF-8 are shown as `\xNN`.
package struct SourceExcerpt: Equatable, Sendable {
  /// The line, cut to what fits around the byte.
  package let line: String
  /// The number of columns before the caret.
  package let caretColumn: Int
  /// The number of the line in the text, from 1.
  package let lineNumber: Int
  /// The position of the byte in its line, from 1.
  package let column: Int
  /// Whether the text has more than one line.
  package let hasSeveralLines: Bool

  /// Cuts an excerpt of at most about `width` columns.
  package init(_ place: SourcePlace, width: Int = 72) {
    let text = place.text
    let lineFeed = UInt8(ascii: "\n")
    let start = text[..<place.offset].lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
    let end = text[place.offset...].firstIndex(of: lineFeed) ?? text.count
    lineNumber = 1 + text[..<start].count { $0 == lineFeed }
    column = place.offset - start + 1
    hasSeveralLines = text.contains(lineFeed)
    // Two thirds of the room go to what leads to the byte: that is where mistakes are understood.
    var first = max(start, place.offset - width * 2 / 3)
    var last = min(end, max(first + width, place.offset + 1))
    while first > start, text[first] & 0xC0 == 0x80 { first -= 1 }
    while last < end, text[last] & 0xC0 == 0x80 { last += 1 }
    let before = (first > start ? "..." : "") + Self.shown(text[first..<place.offset])
    let after = Self.shown(text[place.offset..<max(last, place.offset)])
    line = before + after + (last < end ? "..." : "")
    caretColumn = before.count
  }

  /// The line and the caret below it, indented.
  package func lines(indent: String) -> [String] {
    [indent + line, indent + String.blanks(caretColumn) + "^"]
  }

  /// Any bytes as text without anything a terminal would act on.
  static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    var result = ""
    var rest = bytes
    while !rest.isEmpty {
      var decoder = UTF8()
      var source = rest.makeIterator()
      guard case .scalarValue(let scalar) = decoder.decode(&source),
        let encoded = UTF8.encode(scalar)
      else {
        let byte = rest.removeFirst()
        result += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        continue
      }
      rest = rest.dropFirst(encoded.count)
      result += JSONEscape.displayed(encoded)
    }
    return result
  }
}
