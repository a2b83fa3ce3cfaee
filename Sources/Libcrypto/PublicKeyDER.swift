import CLibcrypto

/// Public keys from DER. libcrypto reads the structure; the key is then made from its parts, by the
/// same functions and with the same checks as from a JWK.
extension PublicKey {
  /// Reads a SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7), the content of "PUBLIC KEY" in PEM.
  ///
  /// - Throws: every case but `encrypted` and `inconsistent`.
  package static func subjectPublicKeyInfo(
    der: Span<UInt8>
  ) throws(KeyImportError) -> PublicKey {
    try DERInput.reading(der) { (position, count) throws(KeyImportError) in
      var position = position
      guard let info = d2i_X509_PUBKEY(nil, &position, count) else { throw .malformed }
      defer { X509_PUBKEY_free(info) }
      return try key(in: info)
    }
  }

  /// Reads an RSAPublicKey (RFC 8017, appendix A.1.1), the content of "RSA PUBLIC KEY" in PEM.
  ///
  /// - Throws: what ``rsa(modulus:exponent:)`` throws, and `trailingData`.
  package static func pkcs1(der: Span<UInt8>) throws(KeyImportError) -> PublicKey {
    try DERInput.reading(der) { (position, count) throws(KeyImportError) in
      try reading(DERInput.bareKey("RSA", jc_selection_public, position, count))
    }
  }

  /// Reads the key of an X.509 certificate (RFC 5280), the content of "CERTIFICATE" in PEM.
  ///
  /// Nothing of the certificate but its key is looked at: not its dates, its issuer, nor its signature.
  ///
  /// - Throws: what ``subjectPublicKeyInfo(der:)`` throws.
  package static func certificate(der: Span<UInt8>) throws(KeyImportError) -> PublicKey {
    try DERInput.reading(der) { (position, count) throws(KeyImportError) in
      var position = position
      guard let certificate = d2i_X509(nil, &position, count) else { throw .malformed }
      defer { X509_free(certificate) }
      // Belongs to the certificate: not freed here.
      guard let info = X509_get_X509_PUBKEY(certificate) else { throw .malformed }
      return try key(in: info)
    }
  }

  private static func key(in info: OpaquePointer) throws(KeyImportError) -> PublicKey {
    var start: UnsafePointer<UInt8>?
    var count: Int32 = 0
    var algorithm: UnsafeMutablePointer<X509_ALGOR>?
    guard X509_PUBKEY_get0_param(nil, &start, &count, &algorithm, info) == 1, let algorithm
    else { throw .malformed }
    let bytes = UnsafeBufferPointer(start: start, count: Int(count)).span
    switch try KeyAlgorithm(UnsafePointer(algorithm)) {
    case .rsa: return try pkcs1(der: bytes)
    case .ec(let curve): return try ellipticCurve(curve, encodedPoint: bytes)
    case .edwards(let curve): return try edwards(curve, bytes: bytes)
    }
  }

  /// Makes the public key that libcrypto has decoded an RSA key to.
  private static func reading(_ handle: borrowing KeyHandle) throws(KeyImportError) -> PublicKey {
    guard let modulus = handle.integer("n"), let exponent = handle.integer("e")
    else { throw .malformed }
    return try rsa(modulus: modulus, exponent: exponent)
  }
}
