import JWTValidation

/// A verifier for HS256 with one secret.
func hs256Verifier(secret: [UInt8]) throws -> JWSVerifier {
  try JWSVerifier(keys: .secret(secret), algorithms: [.hs256])
}
