/// What kind of key it is, with the size that decides its strength.
package enum KeyKind: Sendable, Equatable {
  /// RSA; the length of the modulus in bits.
  case rsa(bits: Int)
  case ec(WeierstrassCurve)
  case edwards(EdwardsCurve)
}

extension KeyKind {
  /// libcrypto's name of the key type.
  var typeName: StaticString {
    switch self {
    case .rsa: "RSA"
    case .ec: "EC"
    case .edwards(let curve): curve.name
    }
  }

  /// Length in bytes of every signature under a key of this kind.
  var signatureByteCount: Int {
    switch self {
    case .rsa(let bits): (bits + 7) / 8
    case .ec(let curve): 2 * curve.coordinateByteCount
    case .edwards(let curve): curve.signatureByteCount
    }
  }
}
