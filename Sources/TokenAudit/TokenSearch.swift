import StrictCoding

/// Finds what looks like a token in any text.
///
/// A token starts with the base64url of `{` and of a quotation mark or white space, and has two more
/// parts behind dots. Inside a word, as in `token%3DeyJ…`, `\neyJ…` and `sess-eyJ…`, its first part must
/// also be a JSON object, so that chance makes none. A part may be the empty signature of an unsigned
/// token; five parts are an encrypted one.
package enum TokenSearch {
  /// How many places inside one word are looked at, and how long a first part can be there: without
  /// a bound a hostile text would cost its length for each of its letters.
  private static let maximumPlaces = 8
  private static let maximumHeader = 16 << 10

  /// The first token that starts at or behind an offset.
  package static func next(in text: Span<UInt8>, from start: Int) -> Range<Int>? {
    var at = start
    var wordEnd = start
    var places = 0
    while let found = text.firstOffset(of: UInt8(ascii: "e"), from: at) {
      at = found + 1
      guard startsLikeHeader(text, found) else { continue }
      if found > 0, isBase64URLCharacter(text[found - 1]) {
        if found >= wordEnd {
          wordEnd = text.endOfBase64URL(from: found)
          places = 0
        }
        places += 1
        guard places <= maximumPlaces else {
          at = wordEnd
          continue
        }
        guard isObject(text.extracting(found..<wordEnd)) else { continue }
      }
      if let end = end(ofTokenAt: found, in: text) { return found..<end }
    }
    return nil
  }

  /// Whether the first part of what may be a token is a JSON object.
  private static func isObject(_ part: Span<UInt8>) -> Bool {
    guard part.count <= maximumHeader, let bytes = try? Base64URL.decode(part) else { return false }
    return (try? JSONValue.parse(bytes))?.object != nil
  }

  /// The offset behind the last byte that cannot belong to a token: a place to cut a long line at.
  package static func endOfLastOther(in text: Span<UInt8>) -> Int? {
    var at = text.count
    while at > 0 {
      if !isBase64URLCharacter(text[at - 1]), text[at - 1] != UInt8(ascii: ".") { return at }
      at -= 1
    }
    return nil
  }

  private static func end(ofTokenAt start: Int, in text: Span<UInt8>) -> Int? {
    let dot = UInt8(ascii: ".")
    let header = text.endOfBase64URL(from: start)
    guard header < text.count, text[header] == dot else { return nil }
    let payload = text.endOfBase64URL(from: header + 1)
    guard payload > header + 1, payload < text.count, text[payload] == dot else { return nil }
    let third = text.endOfBase64URL(from: payload + 1)
    guard third < text.count, text[third] == dot, third > payload + 1 else { return third }
    // A full stop behind a token ends a sentence; two more parts make an encrypted token.
    let fourth = text.endOfBase64URL(from: third + 1)
    guard fourth > third + 1, fourth < text.count, text[fourth] == dot else { return third }
    let fifth = text.endOfBase64URL(from: fourth + 1)
    return fifth > fourth + 1 ? fifth : third
  }

  /// `{"`, `{ `, `{` and a tab or line end.
  private static func startsLikeHeader(_ text: Span<UInt8>, _ at: Int) -> Bool {
    guard text.count - at > 4 else { return false }
    switch (text[at + 1], text[at + 2]) {
    case (UInt8(ascii: "y"), UInt8(ascii: "I")...UInt8(ascii: "L")): return true
    case (UInt8(ascii: "y"), UInt8(ascii: "A")...UInt8(ascii: "D")): return true
    case (UInt8(ascii: "w"), UInt8(ascii: "k")...UInt8(ascii: "n")): return true
    case (UInt8(ascii: "w"), UInt8(ascii: "o")...UInt8(ascii: "r")): return true
    case (UInt8(ascii: "w"), UInt8(ascii: "0")...UInt8(ascii: "3")): return true
    default: return false
    }
  }
}
