/// What `JWSVerifier` hands on inside this module about a signature that was found good.
struct AcceptedSignature: Sendable {
  let header: AcceptedHeader
  /// Which of the header's keys it was; not the key itself, which would have to be counted.
  let engineIndex: Int

  var key: MatchedKey { header.engines[engineIndex].key }
}

/// A token whose signature was found good, taken apart.
struct AcceptedToken: Sendable {
  let signature: AcceptedSignature
  var parts: DecodedParts

  var asPayload: VerifiedPayload { VerifiedPayload(self) }
}

/// The decoded parts of a token.
struct DecodedParts: Sendable {
  /// The payload and, behind it, the signature: one allocation for both.
  private(set) var bytes: [UInt8]
  let payloadCount: Int

  init(bytes: [UInt8], payloadCount: Int) {
    self.bytes = bytes
    self.payloadCount = payloadCount
  }

  /// `nil` if one of the two is no base64url.
  @inline(__always)
  init?(payload: Span<UInt8>, signature: Span<UInt8>) {
    guard let decoded = Base64URL.decode(payload, followedBy: signature) else { return nil }
    self.init(bytes: decoded.bytes, payloadCount: decoded.firstCount)
  }
}

/// The payload of a JWS whose signature is good; nothing in it has been compared with any policy.
///
/// Only `JWSVerifier` makes one. It is deliberately not a `VerifiedToken`.
public struct VerifiedPayload: Sendable {
  private let accepted: AcceptedSignature
  private let parts: DecodedParts

  fileprivate init(_ token: AcceptedToken) {
    accepted = token.signature
    parts = token.parts
  }

  /// The header.
  public var header: JOSEHeader { accepted.header.header }
  /// The algorithm the signature was checked with.
  public var algorithm: SignatureAlgorithm { accepted.header.algorithm }
  /// The key the signature was checked with.
  public var key: MatchedKey { accepted.key }
  /// The signed bytes.
  public var payload: [UInt8] { Array(parts.bytes[..<parts.payloadCount]) }

  /// The payload as a claims set.
  ///
  /// - Throws: `TokenError` if the payload is no JSON object.
  public func claims() throws(TokenError) -> ClaimsSet {
    var parts = parts
    return try parts.takeClaims()
  }
}

extension DecodedParts {
  /// Reads the payload as JSON (RFC 7519 §7.2 step 10).
  ///
  /// Takes the bytes along: the list of the claims finds room behind them if nobody else has them.
  mutating func takeClaims() throws(TokenError) -> ClaimsSet {
    var bytes: [UInt8] = []
    swap(&bytes, &self.bytes)
    do {
      if let outline = try JSONOutline(of: &bytes, in: 0..<payloadCount) {
        return ClaimsSet(JSONObject(consume bytes, outline))
      }
    } catch {
      throw .json(.payload, error)
    }
    let kind = (try? JSONValue.parse(Array(bytes[..<payloadCount])))?.kind ?? .null
    throw .notAnObject(.payload, found: kind)
  }
}

extension VerifiedPayload: CustomStringConvertible, CustomReflectable {
  /// Algorithm and key; not the payload.
  public var description: String { "VerifiedPayload(\(algorithm.name), payload: <redacted>)" }
  /// Algorithm and key; not the payload.
  public var customMirror: Mirror { Mirror(self, children: ["algorithm": algorithm]) }
}
