import StrictCoding

/// The file that a token was read from, for tools that mark places in files.
package struct TokenFile: Sendable {
  private let path: String
  private let text: [UInt8]
  private let token: Range<Int>?

  /// - Parameters:
  ///   - text: the whole content of the file.
  ///   - token: the bytes of it that are the token; `nil` where they stand there in another spelling.
  package init(path: String, text: [UInt8], token: Range<Int>?) {
    self.path = path
    self.text = text
    self.token = token
  }

  /// A physical location of the Static Analysis Results Interchange Format: the bytes of a span, or
  /// the whole token for what is missing in it.
  func sarif(_ span: TokenSpan?) -> JSONTree {
    .members([
      ("artifactLocation", ["uri": .string(uri)]),
      ("region", token.map { region(in: $0, span) }),
    ])
  }

  private func region(in token: Range<Int>, _ span: TokenSpan?) -> JSONTree {
    let start = span.map { token.lowerBound + $0.tokenColumn - 1 } ?? token.lowerBound
    let end = span.map { start + $0.tokenLength } ?? token.upperBound
    let first = Position(of: start, in: text)
    let last = Position(of: end, in: text)
    return .members([
      ("startLine", .integer(Int64(first.line))),
      ("startColumn", .integer(Int64(first.column))),
      ("endLine", last.line == first.line ? nil : .integer(Int64(last.line))),
      ("endColumn", .integer(Int64(last.column))),
      ("charOffset", .integer(Int64(first.offset))),
      ("charLength", .integer(Int64(last.offset - first.offset))),
    ])
  }

  /// Where a byte stands as editors count: lines and columns from 1, in units of UTF-16, and without
  /// a byte order mark.
  private struct Position {
    let line: Int
    let column: Int
    let offset: Int

    init(of byte: Int, in text: [UInt8]) {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      let start = text.starts(with: mark) ? mark.count : 0
      let before = text[min(start, text.count)..<min(max(start, byte), text.count)]
      let lineFeed = UInt8(ascii: "\n")
      let lineStart = before.lastIndex(of: lineFeed).map { $0 + 1 } ?? before.startIndex
      line = 1 + before.count { $0 == lineFeed }
      column = 1 + String(decoding: before[lineStart...], as: UTF8.self).utf16.count
      offset = String(decoding: before, as: UTF8.self).utf16.count
    }
  }

  /// A path as a URI reference (RFC 3986 §4.1): what cannot stand in one is written with percent signs.
  private var uri: String {
    let digits = Array("0123456789ABCDEF".utf8)
    var text: [UInt8] = path.utf8.first == UInt8(ascii: "/") ? Array("file://".utf8) : []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        text.append(byte)
      default: text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
