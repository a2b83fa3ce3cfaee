public import StrictCoding

/// Why a JSON object cannot be used as a key for signatures (RFC 7517, RFC 7518 §6, RFC 8037).
///
/// Values of key members never appear here, not even those of public keys: an error may be logged
/// by somebody who does not know which member it came from.
@nonexhaustive
public enum JWKError: Error, Equatable, Sendable {
  /// The text is not JSON.
  case json(JSONError)
  /// The text is JSON but neither an object with `kty` nor one with `keys`.
  case notAKey
  /// A member that the key type needs is not there.
  case missingMember(String)
  /// A member has a value of the wrong JSON type.
  case wrongType(member: String, expected: JSONValue.Kind)
  /// A member is not base64url.
  case encoding(member: String, Base64URLError)
  /// A number starts with a zero octet, or a coordinate does not have the length its curve asks for.
  case wrongLength(member: String, expected: Int?, found: Int)
  /// `kty` is one that this library does not know.
  case unknownKeyType(String)
  /// `crv` is one that this library does not know.
  case unknownCurve(String)
  /// `alg` is one that this library does not verify with.
  case unknownAlgorithm(String)
  /// `crv` or `alg` does not belong to the key's type.
  case inconsistent(member: String, value: String)
  /// `use` is there and is not `sig`.
  case notForSignatures(use: String)
  /// `key_ops` is there and has none of the operations that are needed.
  case operationNotAllowed(needed: [JWK.Operation])
  /// `key_ops` names an operation twice (RFC 7517 §4.3).
  case duplicateOperation(String)
  /// The private part is incomplete, or has more than two primes (RFC 7518 §6.3.2).
  case privatePartUnusable(member: String)

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch self {
    case .json(let error): error.code
    case .notAKey: "jwk.not-a-key"
    case .missingMember: "jwk.missing-member"
    case .wrongType: "jwk.wrong-type"
    case .encoding: "jwk.encoding"
    case .wrongLength: "jwk.wrong-length"
    case .unknownKeyType: "jwk.unknown-kty"
    case .unknownCurve: "jwk.unknown-crv"
    case .unknownAlgorithm: "jwk.unknown-alg"
    case .inconsistent: "jwk.inconsistent"
    case .notForSignatures: "jwk.wrong-use"
    case .operationNotAllowed: "jwk.wrong-key-ops"
    case .duplicateOperation: "jwk.duplicate-key-op"
    case .privatePartUnusable: "jwk.private-part-unusable"
    }
  }
}
