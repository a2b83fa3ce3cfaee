package import JWTValidation

/// One byte of a text that a finding is about, with enough of the text to show it.
package struct SourcePlace: Equatable, Sendable {
  /// What the text is, such as `decoded payload`.
  package let label: String
  /// The text.
  package let text: [UInt8]
  /// The position of the byte in the text, from 0.
  package let offset: Int
  /// The most columns of the text that may be shown.
  let widthLimit: Int

  /// Names a place.
  package init(label: String, text: [UInt8], offset: Int) {
    self.init(label: label, text: text, offset: offset, widthLimit: .max)
  }

  private init(label: String, text: [UInt8], offset: Int, widthLimit: Int) {
    self.widthLimit = widthLimit
    self.label = label
    self.text = text
    self.offset = min(max(0, offset), text.count)
  }

  /// The place that an error about the form of a token names; `nil` for errors about the whole.
  package init?(_ error: TokenError, in token: [UInt8], _ inspection: Inspection) {
    switch error {
    case .encoding(let segment, let error):
      guard let part = Self.part(segment, of: token) else { return nil }
      self.init(part: segment, part, offset: error.offset)
    case .json(let segment, let error):
      // An unencoded payload (RFC 7797) is its part; the inspection knows which it is.
      let known = segment == .payload ? inspection.payload : nil
      guard let part = Self.part(segment, of: token),
        let decoded = known ?? (try? Base64URL.decode(part.span))
      else { return nil }
      self.init(label: "decoded \(segment.rawValue)", text: decoded, offset: error.offset)
    default: return nil
    }
  }

  /// The place of bytes in a part that is shown as it stands; `nil` for bytes of decoded parts.
  init?(_ span: TokenSpan, in token: [UInt8]) {
    guard !span.isDecoded, let part = Self.part(span.segment, of: token),
      span.offset <= part.count
    else { return nil }
    self.init(part: span.segment, part, offset: span.offset)
  }

  /// A place in a part as it stands. Of a signature a few characters are enough: whoever sees a report
  /// with all of it has the token.
  private init(part segment: TokenSegment, _ text: [UInt8], offset: Int) {
    self.init(
      label: "\(segment.rawValue) part", text: text, offset: offset,
      widthLimit: segment == .signature ? 16 : .max)
  }

  private static func part(_ segment: TokenSegment, of token: [UInt8]) -> [UInt8]? {
    let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let index =
      switch segment {
      case .header: 0
      case .payload: 1
      case .signature: 2
      }
    return index < parts.count ? Array(parts[index]) : nil
  }
}
