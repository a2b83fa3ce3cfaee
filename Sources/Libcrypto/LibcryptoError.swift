/// Why an operation with a usable key did not give a result.
///
/// A signature that does not verify is no error: it is `false`.
package enum LibcryptoError: Error, Equatable, Sendable {
  /// libcrypto refused a step; `reason` is its own fixed text and never holds input.
  case failed(operation: String, reason: String)
  /// The scheme belongs to another kind of key, another curve, or a larger modulus.
  case schemeDoesNotFitKey
  /// The libcrypto in use does not offer this, for instance because FIPS mode is on.
  case unavailable(String)
}
