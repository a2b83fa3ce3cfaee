/// What a token says, read without a key: to choose a verifier by issuer, or to fetch the key that the
/// header names. Nothing here may be believed.
///
/// It is the quick way, for programs; people who want to know what is wrong with a token look at an
/// `Inspection`. The signature part is not looked at, and neither are the rules of RFC 7515 for
/// headers: `Verifier` does both. Nothing turns this into a `VerifiedToken`.
public struct UnverifiedToken: Sendable {
  /// The members of the header.
  public let header: JSONObject
  /// What would be claims if somebody vouched for them.
  public let claims: ClaimsSet

  /// Reads a token in JWS Compact Serialization.
  ///
  /// - Throws: `TokenError` if the text has not the form of a JWT.
  public init(
    _ token: String, maximumByteCount: Int = JWSVerifier.defaultMaximumByteCount
  ) throws(TokenError) {
    try self.init(token.utf8.span, maximumByteCount: maximumByteCount)
  }

  /// Reads a token in JWS Compact Serialization, without copying its text.
  ///
  /// - Throws: `TokenError` if the text has not the form of a JWT.
  public init(
    _ token: Span<UInt8>, maximumByteCount: Int = JWSVerifier.defaultMaximumByteCount
  ) throws(TokenError) {
    let segments = try CompactSegments(token, limit: maximumByteCount)
    let header = token.extracting(segments.header)
    let payload = token.extracting(segments.payload)
    // One allocation for both.
    guard let decoded = Base64URL.decode(header, followedBy: payload) else {
      if let error = Base64URL.firstError(in: header) { throw .encoding(.header, error) }
      throw .encoding(
        .payload, Base64URL.firstError(in: payload) ?? .impossibleLength(count: payload.count))
    }
    var bytes = decoded.bytes
    let payloadRange = decoded.firstCount..<bytes.count
    let headerOutline = try Self.outline(&bytes, 0..<decoded.firstCount, .header)
    let payloadOutline = try Self.outline(&bytes, payloadRange, .payload)
    self.header = JSONObject(bytes, headerOutline)
    claims = ClaimsSet(JSONObject(bytes, payloadOutline))
  }

  private static func outline(
    _ bytes: inout [UInt8], _ range: Range<Int>, _ segment: TokenSegment
  ) throws(TokenError) -> JSONOutline {
    do {
      if let outline = try JSONOutline(of: &bytes, in: range) { return outline }
    } catch {
      throw .json(segment, error)
    }
    let kind = (try? JSONValue.parse(Array(bytes[range])))?.kind ?? .null
    throw .notAnObject(segment, found: kind)
  }
}

extension UnverifiedToken: CustomStringConvertible, CustomReflectable {
  /// The names of what would be claims.
  public var description: String { "UnverifiedToken(\(claims))" }
  /// The names of what would be claims.
  public var customMirror: Mirror { Mirror(self, children: ["token": description]) }
}
