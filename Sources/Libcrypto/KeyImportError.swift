/// Why key material was refused.
///
/// Names in the payloads are names of curves and algorithms, never bytes of a key.
package enum KeyImportError: Error, Equatable, Sendable {
  /// The bytes do not have the form they should have.
  case malformed
  /// The structure ends before the input does; `count` bytes are left over.
  case trailingData(count: Int)
  /// The coordinates satisfy no point of the named curve.
  case notOnCurve
  /// The curve is spelled out instead of named: such keys can smuggle in a weak curve (CVE-2020-0601).
  case explicitCurveParameters
  /// The key lies on a curve that no supported scheme uses.
  case unsupportedCurve(String)
  /// The key is of a kind that no supported scheme uses.
  case unsupportedKeyType(String)
  /// The parts contradict each other, for instance a private key of another public key.
  case inconsistent
  /// A PKCS #8 key that is protected by a password.
  case encrypted
  /// An RSA exponent that is even, 1, or longer than 64 bits.
  case badExponent
  /// An RSA modulus so long that using it would be a denial of service.
  case tooLarge(bits: Int)
  /// The libcrypto in use does not offer this, for instance because FIPS mode is on.
  case unavailable(String)
}
