import CLibcrypto

/// A private key together with the public key that was proved to belong to it.
package final class PrivateKey: Sendable {
  package let publicKey: PublicKey
  let handle: KeyHandle

  /// What kind of key it is.
  package var kind: KeyKind { publicKey.kind }

  init(publicKey: PublicKey, handle: consuming KeyHandle) {
    self.publicKey = publicKey
    self.handle = handle
  }
}

extension PrivateKey {
  /// Makes an RSA key from unsigned big-endian numbers, all eight of RFC 8017, section 3.2.
  ///
  /// - Throws: what ``PublicKey/rsa(modulus:exponent:)`` throws, and `inconsistent` when the numbers do not satisfy
  ///   the equations between them.
  package static func rsa(
    modulus: Span<UInt8>, exponent: Span<UInt8>, privateExponent: Span<UInt8>,
    primeP: Span<UInt8>, primeQ: Span<UInt8>, exponentP: Span<UInt8>, exponentQ: Span<UInt8>,
    coefficient: Span<UInt8>
  ) throws(KeyImportError) -> PrivateKey {
    guard let n = BigInteger.bigEndian(modulus), let e = BigInteger.bigEndian(exponent),
      let d = BigInteger.bigEndian(privateExponent), let p = BigInteger.bigEndian(primeP),
      let q = BigInteger.bigEndian(primeQ), let dP = BigInteger.bigEndian(exponentP),
      let dQ = BigInteger.bigEndian(exponentQ), let qInv = BigInteger.bigEndian(coefficient)
    else { throw .malformed }
    let parts = RSAPrivateParts(n: n, e: e, d: d, p: p, q: q, dP: dP, dQ: dQ, qInv: qInv)
    return try ErrorQueue.preserved { () throws(KeyImportError) in try parts.makeKey() }
  }

  /// Makes a key from a point and a private number, each big-endian in the curve's fixed width.
  ///
  /// - Throws: what ``PublicKey/ellipticCurve(_:x:y:)`` throws, and `inconsistent` when `d` is out of range or
  ///   belongs to another point.
  package static func ellipticCurve(
    _ curve: WeierstrassCurve, x: Span<UInt8>, y: Span<UInt8>, d: Span<UInt8>
  ) throws(KeyImportError) -> PrivateKey {
    let publicKey = try PublicKey.ellipticCurve(curve, x: x, y: y)
    guard d.count == curve.coordinateByteCount, let d = BigInteger.bigEndian(d)
    else { throw .malformed }
    return try ErrorQueue.preserved { () throws(KeyImportError) in
      try ellipticCurve(curve, publicKey: publicKey, d: d)
    }
  }

  /// Makes a key from the seed of RFC 8032 and the public key it should give.
  ///
  /// - Throws: `malformed` for another length, `inconsistent`, `unavailable`.
  package static func edwards(
    _ curve: EdwardsCurve, seed: Span<UInt8>, publicBytes: Span<UInt8>
  ) throws(KeyImportError) -> PrivateKey {
    guard publicBytes.count == curve.publicKeyByteCount, seed.count == curve.publicKeyByteCount
    else { throw .malformed }
    return try ErrorQueue.preserved { () throws(KeyImportError) in
      let key = seed.withUnsafeBufferPointer {
        EVP_PKEY_new_raw_private_key_ex(nil, curve.name.cString, nil, $0.baseAddress, $0.count)
      }
      guard let key else {
        throw Availability.ofKeys(.edwards(curve)) ? .malformed : .unavailable("\(curve.name)")
      }
      let privateKey = try edwards(curve, handle: KeyHandle(adopting: key))
      guard
        case .edwards(_, let derived)? = try? privateKey.publicKey.components(),
        equalInConstantTime(derived.span, publicBytes)
      else { throw .inconsistent }
      return privateKey
    }
  }

  /// The key as a DER PrivateKeyInfo (RFC 5958), not encrypted: the caller wipes it.
  package func pkcs8DER() throws(LibcryptoError) -> [UInt8] {
    try ErrorQueue.preserved { () throws(LibcryptoError) in
      guard let info = EVP_PKEY2PKCS8(handle.pointer)
      else { throw ErrorQueue.failure("EVP_PKEY2PKCS8") }
      defer { PKCS8_PRIV_KEY_INFO_free(info) }
      var memory: UnsafeMutablePointer<UInt8>?
      let count = i2d_PKCS8_PRIV_KEY_INFO(info, &memory)
      guard count > 0, let memory
      else { throw ErrorQueue.failure("i2d_PKCS8_PRIV_KEY_INFO") }
      defer { jc_clear_free(memory, Int(count)) }
      return [UInt8](UnsafeBufferPointer(start: memory, count: Int(count)))
    }
  }
}

extension PrivateKey {
  static func ellipticCurve(
    _ curve: WeierstrassCurve, publicKey: PublicKey, d: borrowing BigInteger
  ) throws(KeyImportError) -> PrivateKey {
    guard d.bitCount <= 8 * curve.coordinateByteCount else { throw .inconsistent }
    guard let point = publicKey.handle.coordinates(curve),
      let parameters = KeyParameters.empty(), parameters.add("group", text: curve.name),
      parameters.add("priv", d, width: curve.coordinateByteCount)
    else { throw .malformed }
    let encoded = [PointEncoding.uncompressed] + point.x + point.y
    let key = encoded.span.withUnsafeBufferPointer { point in
      parameters.add("pub", point) ? parameters.makeKey("EC", jc_selection_keypair) : nil
    }
    guard let key, key.isPair else { throw .inconsistent }
    return PrivateKey(publicKey: publicKey, handle: key)
  }

  /// Takes a private key whose public half libcrypto derived from the seed.
  static func edwards(
    _ curve: EdwardsCurve, handle: consuming KeyHandle
  ) throws(KeyImportError) -> PrivateKey {
    guard let point = handle.edwardsPoint(curve) else { throw .malformed }
    return PrivateKey(publicKey: try .edwards(curve, bytes: point.span), handle: handle)
  }
}
