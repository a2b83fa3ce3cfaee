/// The curves of JWKs that this library verifies with (`crv`, RFC 7518 §6.2.1.1, RFC 8037, RFC 8812).
public enum Curve: String, CaseIterable, Sendable, Hashable {
  case p256 = "P-256"
  case p384 = "P-384"
  case p521 = "P-521"
  case secp256k1
  case ed25519 = "Ed25519"
  case ed448 = "Ed448"

  /// The curve of that name, compared byte by byte.
  public init?(named name: some Sequence<UInt8>) {
    guard let match = Self.allCases.first(where: { $0.rawValue.utf8.elementsEqual(name) }) else {
      return nil
    }
    self = match
  }

  /// The key type whose keys lie on the curve.
  public var keyType: KeyType {
    switch self {
    case .p256, .p384, .p521, .secp256k1: .ec
    case .ed25519, .ed448: .okp
    }
  }

  /// The length in bytes of a coordinate (EC) or of the whole public key (OKP), which is fixed:
  /// leading zeros are kept (RFC 7518 §6.2.1.2).
  public var coordinateByteCount: Int {
    switch self {
    case .p256, .secp256k1, .ed25519: 32
    case .p384: 48
    case .p521: 66
    case .ed448: 57
    }
  }
}
