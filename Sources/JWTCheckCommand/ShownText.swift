/// Makes the user's own words fit to be shown on a terminal.
///
/// Only for names and short values. A word that can be a token or a secret is never shown at all.
package enum ShownText {
  /// The most characters of one word that are shown.
  static let limit = 200

  /// The text with everything escaped that a terminal would act on: control characters, escape
  /// sequences, characters that change the direction of text or are invisible; cut at `limit`.
  package static func escaped(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(limit) {
      if isVisible(scalar) {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      }
    }
    return text.unicodeScalars.count > limit ? shown + "..." : shown
  }

  /// The escaped text in quotation marks, or only its length where it may be something to hide.
  ///
  /// Short words are typing errors and worth showing; a long one, or one that begins like a token,
  /// may be a token or a secret in the wrong place.
  package static func quoted(_ text: String) -> String {
    let count = text.unicodeScalars.count
    let mayBeSecret = count > 32 || text.utf8.starts(with: "eyJ".utf8)
    return mayBeSecret ? "a text of \(count) characters" : "\"\(escaped(text))\""
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      false
    default: true
    }
  }
}
