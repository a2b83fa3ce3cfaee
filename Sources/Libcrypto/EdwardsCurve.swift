import CLibcrypto

/// A curve that EdDSA is used on (RFC 8032).
package enum EdwardsCurve: Sendable, CaseIterable {
  case ed25519, ed448

  /// Length in bytes of a public key, and of the seed that is the private key.
  package var publicKeyByteCount: Int {
    switch self {
    case .ed25519: 32
    case .ed448: 57
    }
  }

  /// Length in bytes of a signature.
  package var signatureByteCount: Int { 2 * publicKeyByteCount }

  /// libcrypto's name.
  var name: StaticString {
    switch self {
    case .ed25519: "ED25519"
    case .ed448: "ED448"
    }
  }
}
