import JOSE
import StrictCoding
import TokenReport

/// Names of senders as they may be written into a line of JSON or a cell of a table.
enum ShownJSON {
  /// The longest name that is shown whole; what a sender writes must not fill disks.
  static let limit = 1000

  /// A string of received JSON, quotation marks included; other values as they stand, cut.
  static func value(_ value: JSONValue) -> [UInt8] {
    if let text = value.stringBytes { return string(text) }
    return string(holdsToken(value) ? token : value.withSource { $0.copied() })
  }

  /// Whether a string anywhere in a value holds a token, be it behind escape sequences.
  private static func holdsToken(_ value: JSONValue) -> Bool {
    if let text = value.stringBytes { return TokenSearch.next(in: text.span, from: 0) != nil }
    if let elements = value.array { return elements.contains(where: holdsToken) }
    return value.object?.contains { member in
      TokenSearch.next(in: member.nameBytes.span, from: 0) != nil || holdsToken(member.value)
    } ?? false
  }

  /// Stands in the place of a text that holds a token: no result shows one.
  private static let token = Array("(a token)".utf8)

  /// A text as a JSON string; bytes that are no UTF-8 become U+FFFD.
  static func string(_ text: [UInt8]) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    if TokenSearch.next(in: text.span, from: 0) != nil { return [quote] + token + [quote] }
    if text.count <= limit, text.allSatisfy(isPlain) { return [quote] + text + [quote] }
    var output: [UInt8] = [quote]
    JSONEscape.append(
      Array(String(decoding: text.prefix(limit), as: UTF8.self).utf8), to: &output,
      escaping: [quote, UInt8(ascii: "\\")])
    if text.count > limit { output += Array("…".utf8) }
    output.append(quote)
    return output
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}
