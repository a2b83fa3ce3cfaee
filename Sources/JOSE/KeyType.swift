/// The key types of JWKs that this library verifies with (`kty`, RFC 7518 §6.1, RFC 8037 §2).
public enum KeyType: String, Sendable, Hashable {
  case oct
  case rsa = "RSA"
  case ec = "EC"
  case okp = "OKP"
}
