/// A public key as numbers, in the shape that a JWK holds (RFC 7518, section 6; RFC 8037).
package enum PublicKeyComponents: Sendable, Equatable {
  /// Big-endian without leading zeros.
  case rsa(modulus: [UInt8], exponent: [UInt8])
  /// Big-endian in the curve's fixed width.
  case ec(WeierstrassCurve, x: [UInt8], y: [UInt8])
  /// The encoded point of RFC 8032.
  case edwards(EdwardsCurve, bytes: [UInt8])
}
