extension String {
  /// The path behind the mark `@`; `nil` for a word without the mark.
  ///
  /// Cut by bytes: a name may begin with a combining character, which belongs to the mark for a
  /// reader of characters.
  var pathBehindMark: String? {
    guard utf8.first == UInt8(ascii: "@") else { return nil }
    return String(decoding: utf8.dropFirst(), as: UTF8.self)
  }
}
