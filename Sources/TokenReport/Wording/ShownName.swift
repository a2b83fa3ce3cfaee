package import StrictCoding

/// Names that come from tokens, keys and documents, made fit to stand in a sentence.
package enum ShownName {
  /// The most characters of one name that are shown: longer ones say nothing more, and a token
  /// decides how long they are.
  package static let limit = 64
  /// The most names of one list that are shown.
  private static let listLimit = 6

  /// The name in double quotes, without anything a terminal would act on, cut at `limit`.
  package static func quoted(_ name: String) -> String {
    "\"\(cut(name, escaping: [UInt8(ascii: "\""), UInt8(ascii: "\\")]))\""
  }

  /// The names in double quotes, with commas between them; how many are left out is said.
  package static func quoted(_ names: [String]) -> String {
    let shown = names.prefix(listLimit).map { quoted($0) }.joined(separator: ", ")
    let rest = names.count - listLimit
    return rest > 0 ? "\(shown) and \(rest) more" : shown
  }

  /// A JSON Pointer, which needs no quotes: it starts with a slash.
  package static func pointer(_ pointer: JSONPointer) -> String {
    cut(pointer.description, escaping: [])
  }

  /// JSON Pointers with commas between them; how many are left out is said.
  package static func pointers(_ pointers: [JSONPointer]) -> String {
    let shown = pointers.prefix(listLimit).map { pointer($0) }.joined(separator: ", ")
    let rest = pointers.count - listLimit
    return rest > 0 ? "\(shown) and \(rest) more" : shown
  }

  /// Escapes first and counts afterwards, so that no escape sequence is cut in two.
  private static func cut(_ text: String, escaping: [UInt8]) -> String {
    var output: [UInt8] = []
    var count = 0
    for scalar in text.unicodeScalars {
      let start = output.count
      JSONEscape.append(Array(String(scalar).utf8), to: &output, escaping: escaping)
      // What is escaped is ASCII, what is not is one character.
      count += output[start] < 0x80 ? output.count - start : 1
      if count > limit {
        output.removeSubrange(start...)
        return String(decoding: output, as: UTF8.self) + "…"
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
