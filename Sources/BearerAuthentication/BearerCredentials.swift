import StrictCoding

/// Finds the token in an `Authorization` header field (RFC 6750 §2.1, RFC 9449 §7.1).
enum BearerCredentials {
  /// What a value holds.
  enum Outcome: Equatable {
    /// One token, here.
    case token(Range<Int>)
    /// None that may be used.
    case refused(Rejection.Reason)
  }

  /// Where in the value the token stands.
  ///
  /// The scheme may be written in any letter case (RFC 9110 §11.1) and be followed by several blanks.
  /// A comma would join two header fields, which is what some gateways do with them; so it is
  /// refused even where it could belong to nothing else.
  ///
  /// A value of another scheme, and an empty one, hold no token.
  ///
  /// - Parameter scheme: its name in lower case.
  static func find(in value: Span<UInt8>, limit: Int, scheme: [UInt8]) -> Outcome {
    var start = 0
    var end = value.count
    while start < end, isBlank(value[start]) { start += 1 }
    while end > start, isBlank(value[end - 1]) { end -= 1 }
    for offset in scheme.indices {
      // In ASCII the letter cases differ by one bit.
      guard start + offset < end, value[start + offset] | 0x20 == scheme[offset] else {
        return .refused(.noToken)
      }
    }
    start += scheme.count
    guard start < end else { return .refused(.malformedHeader) }
    guard isBlank(value[start]) else { return .refused(.noToken) }
    while isBlank(value[start]) { start += 1 }
    let token = value.extracting(start..<end)
    guard token.firstOffset(of: UInt8(ascii: ","), from: 0) == nil else {
      return .refused(.severalTokens)
    }
    guard token.firstOffset(of: UInt8(ascii: " "), from: 0) == nil,
      token.firstOffset(of: UInt8(ascii: "\t"), from: 0) == nil
    else { return .refused(.malformedHeader) }
    guard token.count <= limit else { return .refused(.tokenTooLarge) }
    return .token(start..<end)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
