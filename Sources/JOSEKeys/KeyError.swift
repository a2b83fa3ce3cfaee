public import JOSE

/// Why key material cannot be used.
///
/// Nothing of the key itself stands in an error: it may be logged by somebody who does not know
/// whether the file held a public key or a secret.
@nonexhaustive
public enum KeyError: Error, Equatable, Sendable {
  /// No bytes at all.
  case empty
  /// Neither PEM, DER, JWK nor JWK Set, where a public or private key is needed.
  case unrecognized
  /// The text is broken PEM.
  case pem(PEMError)
  /// The text is a broken JWK, or no set.
  case jwk(JWKError)
  /// The numbers or the ASN.1 structure are no key.
  case malformed
  /// Bytes follow the key.
  case trailingData(count: Int)
  /// A kind of key that signs nothing this library verifies, such as DSA or X25519.
  case unsupportedType(String)
  /// A curve that no JWS algorithm uses, or one given by its parameters instead of its name.
  case unsupportedCurve(String)
  /// The point does not lie on its curve: an attack, or damage.
  case notOnCurve
  /// A private key under a pass phrase, which this library does not ask for.
  case encrypted
  /// The private part does not belong to the public part.
  case inconsistent
  /// An RSA exponent that is even, 1, or longer than 64 bits.
  case badExponent
  /// An RSA modulus below 2048 bits (RFC 7518 §3.3).
  case rsaTooSmall(bits: Int)
  /// An RSA modulus so large that verifying would be slow.
  case rsaTooLarge(bits: Int)
  /// An HMAC key shorter than the hash (RFC 7518 §3.2).
  case hmacTooShort(byteCount: Int, needed: Int, algorithm: SignatureAlgorithm)
  /// A PEM text given as an HMAC secret: with a public key that would let anybody forge tokens.
  case pemAsSecret
  /// A JWK text given as an HMAC secret.
  case jwkAsSecret
  /// A public or private key in DER given as an HMAC secret.
  case derAsSecret
  /// The key is of a type that the algorithm cannot use, or its own `alg` is another.
  case algorithmMismatch(
    algorithm: SignatureAlgorithm, type: KeyType, curve: Curve?, pinned: SignatureAlgorithm? = nil)
  /// Signing needs a private key, and this is a public one.
  case privateKeyNeeded
  /// libcrypto does not offer what the key needs, for example because FIPS is switched on.
  case unavailable(String)

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch self {
    case .empty: "key.empty"
    case .unrecognized: "key.unrecognized"
    case .pem(let error): error.code
    case .jwk(let error): error.code
    case .malformed: "key.malformed"
    case .trailingData: "key.trailing-data"
    case .unsupportedType: "key.unsupported-type"
    case .unsupportedCurve: "key.unsupported-curve"
    case .notOnCurve: "key.not-on-curve"
    case .encrypted: "key.encrypted"
    case .inconsistent: "key.inconsistent"
    case .badExponent: "key.bad-exponent"
    case .rsaTooSmall: "key.rsa-too-small"
    case .rsaTooLarge: "key.rsa-too-large"
    case .hmacTooShort: "key.hmac-too-short"
    case .pemAsSecret: "key.pem-as-secret"
    case .jwkAsSecret: "key.jwk-as-secret"
    case .derAsSecret: "key.der-as-secret"
    case .algorithmMismatch: "key.algorithm-mismatch"
    case .privateKeyNeeded: "key.private-key-needed"
    case .unavailable: "key.unavailable"
    }
  }
}
