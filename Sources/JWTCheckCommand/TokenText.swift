import StrictCoding

/// Frees a token from what copy and paste put around it, and remembers what that was.
///
/// Only what stands around the token goes. What stands inside, such as a line break in the middle,
/// stays and is reported: whoever removes it silently hides that the text was damaged.
struct TokenText: Equatable {
  /// The token.
  private(set) var bytes: ArraySlice<UInt8>
  /// What was removed, in words, in the order in which it was found.
  private(set) var removed: [String] = []

  /// Cleans a text.
  ///
  /// - Parameter dropsLineEnd: whether one line end at the end belongs to the way the text came, as
  ///   in a file or a pipe, and is not worth a word.
  init(_ text: [UInt8], dropsLineEnd: Bool) {
    bytes = text[...]
    if dropsLineEnd, bytes.last == UInt8(ascii: "\n") {
      bytes.removeLast()
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    }
    // A quoted header value is a prefix inside quotation marks; more layers are not seen.
    for _ in 0..<4 {
      let before = bytes.count
      removeWhiteSpace()
      removeByteOrderMark()
      removeQuotationMarks()
      removePrefixes()
      if bytes.count == before { break }
    }
  }

  private mutating func note(_ what: String) {
    if !removed.contains(what) { removed.append(what) }
  }

  private mutating func removeWhiteSpace() {
    let before = bytes.count
    bytes = bytes.drop(while: isWhiteSpace)
    while let last = bytes.last, isWhiteSpace(last) { bytes.removeLast() }
    if bytes.count != before { note("white space around it") }
  }

  private mutating func removeByteOrderMark() {
    guard bytes.starts(with: ByteOrderMark.utf8) else { return }
    bytes = bytes.dropFirst(ByteOrderMark.utf8.count)
    note("a byte order mark")
  }

  private mutating func removeQuotationMarks() {
    guard bytes.count >= 2, let first = bytes.first, let last = bytes.last, first == last,
      [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`")].contains(first)
    else { return }
    bytes = bytes.dropFirst().dropLast()
    note("quotation marks")
  }

  private mutating func removePrefixes() {
    // `token=eyJ...`, as in a cookie or a form.
    let name = bytes.prefix(while: isBase64URLCharacter)
    if !name.isEmpty, !name.starts(with: "ey".utf8),
      bytes[name.endIndex...].starts(with: "=ey".utf8)
    {
      bytes = bytes[name.endIndex...].dropFirst()
      note("a name and \"=\" before it")
      return
    }
    for (prefix, name) in [
      ("authorization:", "\"Authorization:\""), ("bearer ", "the prefix \"Bearer\""),
    ]
    where bytes.count > prefix.utf8.count
      && zip(bytes, prefix.utf8).allSatisfy({ lowercased($0) == $1 })
    {
      bytes = bytes.dropFirst(prefix.utf8.count)
      note(name)
      return
    }
  }
}
