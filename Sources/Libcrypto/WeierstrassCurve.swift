import CLibcrypto

/// A curve that ECDSA is used on: NIST's (FIPS 186-5) and secp256k1 (SEC 2).
package enum WeierstrassCurve: Sendable, CaseIterable {
  case p256, p384, p521, secp256k1

  /// Length in bytes of a coordinate, of a private key, and of half a signature.
  package var coordinateByteCount: Int {
    switch self {
    case .p256, .secp256k1: 32
    case .p384: 48
    case .p521: 66
    }
  }

  /// libcrypto's name, which is also its short name of the object identifier.
  var name: StaticString {
    switch self {
    case .p256: "prime256v1"
    case .p384: "secp384r1"
    case .p521: "secp521r1"
    case .secp256k1: "secp256k1"
    }
  }

  /// The curve behind an object identifier of libcrypto's table; `nil` when no scheme uses it.
  init?(identifier: Int32) {
    switch identifier {
    case NID_X9_62_prime256v1: self = .p256
    case NID_secp384r1: self = .p384
    case NID_secp521r1: self = .p521
    case NID_secp256k1: self = .secp256k1
    default: return nil
    }
  }
}
