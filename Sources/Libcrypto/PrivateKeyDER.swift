import CLibcrypto

/// Private keys from DER. libcrypto reads the structure; the key is then made from its parts, by the
/// same functions and with the same checks as from a JWK.
extension PrivateKey {
  /// Reads a PrivateKeyInfo (RFC 5958), the content of "PRIVATE KEY" in PEM.
  ///
  /// - Throws: every case; `encrypted` for the content of "ENCRYPTED PRIVATE KEY".
  package static func pkcs8(der: Span<UInt8>) throws(KeyImportError) -> PrivateKey {
    try DERInput.reading(der) { (start, count) throws(KeyImportError) in
      var position = start
      guard let info = d2i_PKCS8_PRIV_KEY_INFO(nil, &position, count) else {
        throw isEncrypted(start, count) ? .encrypted : .malformed
      }
      defer { PKCS8_PRIV_KEY_INFO_free(info) }
      var algorithm: UnsafePointer<X509_ALGOR>?
      guard PKCS8_pkey_get0(nil, nil, nil, &algorithm, info) == 1, let algorithm
      else { throw .malformed }
      let named = try KeyAlgorithm(algorithm)
      guard let key = EVP_PKCS82PKEY(info) else {
        throw Availability.ofKeys(named.kind) ? .malformed : .unavailable("\(named.kind.typeName)")
      }
      return try reading(KeyHandle(adopting: key))
    }
  }

  /// Reads an RSAPrivateKey (RFC 8017, appendix A.1.2), the content of "RSA PRIVATE KEY" in PEM.
  ///
  /// - Throws: what `rsa(…)` throws, and `trailingData`.
  package static func pkcs1(der: Span<UInt8>) throws(KeyImportError) -> PrivateKey {
    try DERInput.reading(der) { (start, count) throws(KeyImportError) in
      try reading(DERInput.bareKey("RSA", jc_selection_keypair, start, count))
    }
  }

  /// Reads an ECPrivateKey (RFC 5915), the content of "EC PRIVATE KEY" in PEM.
  ///
  /// - Throws: what `ellipticCurve(…)` throws, `explicitCurveParameters`, `unsupportedCurve`, and `trailingData`.
  package static func sec1(der: Span<UInt8>) throws(KeyImportError) -> PrivateKey {
    try DERInput.reading(der) { (start, count) throws(KeyImportError) in
      try reading(DERInput.bareKey("EC", jc_selection_keypair, start, count))
    }
  }

  private static func isEncrypted(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Bool {
    var position = start
    let encrypted = d2i_X509_SIG(nil, &position, count)
    X509_SIG_free(encrypted)
    return encrypted != nil
  }

  /// Makes the key that libcrypto has decoded, from its parts.
  static func reading(_ handle: consuming KeyHandle) throws(KeyImportError) -> PrivateKey {
    if handle.isOfType("RSA") { return try rsa(handle) }
    if handle.isOfType("EC") { return try ellipticCurve(handle) }
    for curve in EdwardsCurve.allCases where handle.isOfType(curve.name) {
      return try edwards(curve, handle: handle)
    }
    throw .unsupportedKeyType(handle.typeName)
  }

  private static func rsa(_ handle: borrowing KeyHandle) throws(KeyImportError) -> PrivateKey {
    guard handle.integer("rsa-factor3") == nil
    else { throw .unsupportedKeyType("RSA with more than two primes") }
    guard let n = handle.integer("n"), let e = handle.integer("e"), let d = handle.integer("d"),
      let p = handle.integer("rsa-factor1"), let q = handle.integer("rsa-factor2"),
      let dP = handle.integer("rsa-exponent1"), let dQ = handle.integer("rsa-exponent2"),
      let qInv = handle.integer("rsa-coefficient1")
    else { throw .malformed }
    return try RSAPrivateParts(n: n, e: e, d: d, p: p, q: q, dP: dP, dQ: dQ, qInv: qInv).makeKey()
  }

  private static func ellipticCurve(
    _ handle: borrowing KeyHandle
  ) throws(KeyImportError) -> PrivateKey {
    guard !handle.hasExplicitCurve else { throw .explicitCurveParameters }
    guard let name = handle.groupName else { throw .malformed }
    guard let curve = WeierstrassCurve(identifier: OBJ_sn2nid(name))
    else { throw .unsupportedCurve(name) }
    guard let d = handle.integer("priv"), let (x, y) = handle.coordinates(curve)
    else { throw .malformed }
    let publicKey = try PublicKey.ellipticCurve(curve, x: x.span, y: y.span)
    return try ellipticCurve(curve, publicKey: publicKey, d: d)
  }
}
