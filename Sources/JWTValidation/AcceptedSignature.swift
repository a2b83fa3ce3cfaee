/// What `JWSVerifier` hands on inside this module after a signature was found good.
struct AcceptedSignature: Sendable {
  let header: AcceptedHeader
  let key: MatchedKey
  /// The payload and, behind it, the signature: one allocation for both.
  let bytes: [UInt8]
  let payloadCount: Int

  var asPayload: VerifiedPayload { VerifiedPayload(self) }
}

/// The payload of a JWS whose signature is good; nothing in it has been compared with any policy.
///
/// Only `JWSVerifier` makes one. It is deliberately not a `VerifiedToken`.
public struct VerifiedPayload: Sendable {
  private let accepted: AcceptedSignature

  fileprivate init(_ accepted: AcceptedSignature) { self.accepted = accepted }

  /// The header.
  public var header: JOSEHeader { accepted.header.header }
  /// The algorithm the signature was checked with.
  public var algorithm: SignatureAlgorithm { accepted.header.algorithm }
  /// The key the signature was checked with.
  public var key: MatchedKey { accepted.key }
  /// The signed bytes.
  public var payload: [UInt8] { Array(accepted.bytes[..<accepted.payloadCount]) }

  /// The payload as a claims set.
  ///
  /// - Throws: `TokenError` if the payload is no JSON object.
  public func claims() throws(TokenError) -> ClaimsSet { try accepted.claims() }
}

extension AcceptedSignature {
  /// Reads the payload as JSON (RFC 7519 §7.2 step 10).
  func claims() throws(TokenError) -> ClaimsSet {
    let object: JSONObject?
    do {
      object = try JSONObject.parse(bytes, count: payloadCount)
    } catch {
      throw .json(.payload, error)
    }
    guard let object else {
      let kind = (try? JSONValue.parse(Array(bytes[..<payloadCount])))?.kind ?? .null
      throw .notAnObject(.payload, found: kind)
    }
    return ClaimsSet(object)
  }
}

extension VerifiedPayload: CustomStringConvertible, CustomReflectable {
  /// Algorithm and key; not the payload.
  public var description: String { "VerifiedPayload(\(algorithm.name), payload: <redacted>)" }
  /// Algorithm and key; not the payload.
  public var customMirror: Mirror { Mirror(self, children: ["algorithm": algorithm]) }
}
