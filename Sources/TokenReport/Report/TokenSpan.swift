package import JWTValidation

/// The bytes of a token that a finding is about.
package struct TokenSpan: Equatable, Sendable {
  /// The part of the token.
  package let segment: TokenSegment
  /// Whether the offset counts in the decoded part; `false` for a part that cannot be decoded.
  package let isDecoded: Bool
  /// Where the bytes start in the part, from 0.
  package let offset: Int
  /// How many they are.
  package let length: Int
  /// The character of the whole token in which the first of them starts, from 1, as editors count.
  package let tokenColumn: Int
  /// How many characters of the token hold the bytes, those that they share with others included.
  package let tokenLength: Int

  init(
    _ segment: TokenSegment, isDecoded: Bool, isBase64: Bool = true, offset: Int, length: Int,
    start: Int
  ) {
    self.segment = segment
    self.isDecoded = isDecoded
    self.offset = offset
    self.length = length
    // Six bits stand in one character: byte n starts in character 8n / 6, rounded down, and the bytes
    // before it end with that number, rounded up.
    let isPacked = isDecoded && isBase64
    let first = isPacked ? offset * 4 / 3 : offset
    tokenColumn = start + first + 1
    tokenLength = isPacked ? ((offset + length) * 4 + 2) / 3 - first : length
  }
}
