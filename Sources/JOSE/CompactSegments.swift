import StrictCoding

/// Where the three parts of a compact JWS lie in its text; nothing is decoded yet.
package struct CompactSegments: Equatable, Sendable {
  /// The offsets of the two dots.
  package let firstDot: Int
  package let secondDot: Int
  /// The length of the whole text in bytes.
  package let count: Int

  package var header: Range<Int> { 0..<firstDot }
  package var payload: Range<Int> { firstDot + 1..<secondDot }
  package var signature: Range<Int> { secondDot + 1..<count }
  /// What the signature is computed over (RFC 7515 §5.1 step 8).
  package var signingInput: Range<Int> { 0..<secondDot }

  package func range(of segment: TokenSegment) -> Range<Int> {
    switch segment {
    case .header: header
    case .payload: payload
    case .signature: signature
    }
  }

  /// Finds the dots (RFC 7515 §5.2 step 1).
  ///
  /// - Throws: `TokenError` if the text is empty, too large, or does not have three parts.
  package init(_ text: Span<UInt8>, limit: Int) throws(TokenError) {
    guard !text.isEmpty else { throw .empty }
    guard text.count <= limit else { throw .tooLarge(count: text.count, limit: limit) }
    // Dots inside a JSON text separate nothing, however many there are.
    guard text[0] != UInt8(ascii: "{") else { throw .jsonSerialization }
    let dot = UInt8(ascii: ".")
    guard let first = text.firstOffset(of: dot, from: 0),
      let second = text.firstOffset(of: dot, from: first + 1),
      text.firstOffset(of: dot, from: second + 1) == nil
    else { throw Self.shapeError(text) }
    firstDot = first
    secondDot = second
    count = text.count
  }

  /// The places of three parts that were put together, whatever dots the payload has.
  package init(headerCount: Int, payloadCount: Int, signatureCount: Int) {
    firstDot = headerCount
    secondDot = headerCount + 1 + payloadCount
    count = secondDot + 1 + signatureCount
  }

  private static func shapeError(_ text: Span<UInt8>) -> TokenError {
    var dots = 0
    var hasWhiteSpace = false
    for index in text.indices {
      if text[index] == UInt8(ascii: ".") { dots += 1 }
      hasWhiteSpace = hasWhiteSpace || isWhiteSpace(text[index])
    }
    // Two tokens with a blank between them have four dots too.
    return dots == 4 && !hasWhiteSpace ? .encrypted : .segmentCount(dots + 1)
  }
}
