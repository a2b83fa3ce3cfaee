extension String {
  /// Blanks to set text in columns.
  ///
  /// From bytes: repeating a character takes the standard library ten times as long. Not an
  /// initializer: `map(String.init)` over numbers would take it for the one that writes digits.
  package static func blanks(_ count: Int) -> String {
    String(decoding: [UInt8](repeating: UInt8(ascii: " "), count: count), as: UTF8.self)
  }
}
