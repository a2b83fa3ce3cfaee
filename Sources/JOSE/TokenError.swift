public import StrictCoding

/// Why a text does not have the form of a JWT in JWS Compact Serialization (RFC 7515 §3.1, RFC 7519 §7.2).
///
/// This is the first stage: nothing has been compared with any key or policy yet.
@nonexhaustive
public enum TokenError: Error, Equatable, Sendable {
  /// No text at all.
  case empty
  /// More bytes than the limit; nothing was decoded.
  case tooLarge(count: Int, limit: Int)
  /// The number of parts between dots is neither three (JWS) nor five (JWE).
  case segmentCount(Int)
  /// The payload was given apart from the token, and the token has one of its own (RFC 7515 appendix F).
  case payloadPresent
  /// Five parts: an encrypted token (RFC 7516), which this library does not open.
  case encrypted
  /// The JSON serialization of a JWS or JWE, which JWTs never use (RFC 7519 §3).
  case jsonSerialization
  /// A part is not base64url; the offset counts from the start of that part.
  case encoding(TokenSegment, Base64URLError)
  /// A decoded part is not JSON; the offset counts from the start of the decoded bytes.
  case json(TokenSegment, JSONError)
  /// A decoded part is JSON but no object.
  case notAnObject(TokenSegment, found: JSONValue.Kind)

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch self {
    case .empty: "token.empty"
    case .tooLarge: "token.too-large"
    case .segmentCount: "token.segment-count"
    case .payloadPresent: "token.payload-present"
    case .encrypted: "token.encrypted"
    case .jsonSerialization: "token.json-serialization"
    case .encoding(_, let error): error.code
    case .json(_, let error): error.code
    case .notAnObject(.header, _): "header.not-an-object"
    case .notAnObject: "claims.not-an-object"
    }
  }
}
