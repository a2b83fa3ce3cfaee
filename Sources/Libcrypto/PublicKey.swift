import CLibcrypto

/// A public key that was checked when it was made: a point on its curve, an exponent that is one.
package final class PublicKey: Sendable {
  /// What kind of key it is.
  package let kind: KeyKind
  let handle: KeyHandle

  init(kind: KeyKind, handle: consuming KeyHandle) {
    self.kind = kind
    self.handle = handle
  }
}

extension PublicKey {
  /// Makes an RSA key from unsigned big-endian numbers.
  ///
  /// A modulus below 2048 bits is accepted, so that the caller can report it as what it is.
  ///
  /// - Throws: `malformed` for a modulus that is even, `tooLarge`, `badExponent`, `unavailable`.
  package static func rsa(
    modulus: Span<UInt8>, exponent: Span<UInt8>
  ) throws(KeyImportError) -> PublicKey {
    guard let modulus = BigInteger.bigEndian(modulus), let exponent = BigInteger.bigEndian(exponent)
    else { throw .malformed }
    return try ErrorQueue.preserved { () throws(KeyImportError) in
      try rsa(modulus: modulus, exponent: exponent)
    }
  }

  /// Makes a key from the coordinates of a point, each big-endian in the curve's fixed width.
  ///
  /// - Throws: `malformed` for another width, `notOnCurve`, `unavailable`.
  package static func ellipticCurve(
    _ curve: WeierstrassCurve, x: Span<UInt8>, y: Span<UInt8>
  ) throws(KeyImportError) -> PublicKey {
    guard x.count == curve.coordinateByteCount, y.count == curve.coordinateByteCount
    else { throw .malformed }
    let encoded = [UInt8](capacity: 1 + x.count + y.count) { output in
      output.append(PointEncoding.uncompressed)
      for index in x.indices { output.append(x[index]) }
      for index in y.indices { output.append(y[index]) }
    }
    return try ellipticCurve(curve, encodedPoint: encoded.span)
  }

  /// Makes a key from the encoded point of RFC 8032.
  ///
  /// - Throws: `malformed` for another length, `notOnCurve`, `unavailable`.
  package static func edwards(
    _ curve: EdwardsCurve, bytes: Span<UInt8>
  ) throws(KeyImportError) -> PublicKey {
    guard bytes.count == curve.publicKeyByteCount else { throw .malformed }
    return try ErrorQueue.preserved { () throws(KeyImportError) in
      guard try curve.hasPoint(bytes) else { throw .notOnCurve }
      let key = bytes.withUnsafeBufferPointer {
        EVP_PKEY_new_raw_public_key_ex(nil, curve.name.cString, nil, $0.baseAddress, $0.count)
      }
      guard let key else {
        throw Availability.ofKeys(.edwards(curve)) ? .malformed : .unavailable("\(curve.name)")
      }
      return PublicKey(kind: .edwards(curve), handle: KeyHandle(adopting: key))
    }
  }

  /// The key as numbers, for JWK output and thumbprints.
  package func components() throws(LibcryptoError) -> PublicKeyComponents {
    try ErrorQueue.preserved { () throws(LibcryptoError) in
      switch kind {
      case .rsa:
        if let modulus = handle.integer("n")?.bigEndianBytes(),
          let exponent = handle.integer("e")?.bigEndianBytes()
        {
          return .rsa(modulus: modulus, exponent: exponent)
        }
      case .ec(let curve):
        if let (x, y) = handle.coordinates(curve) { return .ec(curve, x: x, y: y) }
      case .edwards(let curve):
        if let point = handle.edwardsPoint(curve) { return .edwards(curve, bytes: point) }
      }
      throw ErrorQueue.failure("EVP_PKEY_get_params")
    }
  }

  /// The key as a DER SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7).
  package func subjectPublicKeyInfoDER() throws(LibcryptoError) -> [UInt8] {
    try ErrorQueue.preserved { () throws(LibcryptoError) in
      var memory: UnsafeMutablePointer<UInt8>?
      let count = i2d_PUBKEY(handle.pointer, &memory)
      guard count > 0, let memory else { throw ErrorQueue.failure("i2d_PUBKEY") }
      defer { jc_free(memory) }
      return [UInt8](UnsafeBufferPointer(start: memory, count: Int(count)))
    }
  }
}

/// The first byte of an encoded point (SEC 1, section 2.3.3).
enum PointEncoding {
  static let compressedEven: UInt8 = 2
  static let compressedOdd: UInt8 = 3
  static let uncompressed: UInt8 = 4
}

extension PublicKey {
  /// A modulus of 16384 bits takes about 1 ms per verification; each doubling costs four times as much.
  private static let maximumModulusBitCount = 16_384

  /// libcrypto allows no longer exponent with moduli above 3072 bits: a long one makes every verification as slow
  /// as a signature. No such limit would hold below, so one limit is set for all.
  private static let maximumExponentBitCount = 64

  static func rsa(
    modulus: borrowing BigInteger, exponent: borrowing BigInteger
  ) throws(KeyImportError) -> PublicKey {
    let bits = modulus.bitCount
    guard modulus.isOdd else { throw .malformed }
    guard bits <= maximumModulusBitCount else { throw .tooLarge(bits: bits) }
    guard exponent.isOdd, !exponent.isOne, exponent.bitCount <= maximumExponentBitCount
    else { throw .badExponent }
    guard exponent < modulus else { throw .malformed }
    guard let parameters = KeyParameters.empty(), parameters.add("n", modulus),
      parameters.add("e", exponent),
      let key = parameters.makeKey("RSA", jc_selection_public)
    else {
      throw Availability.ofKeys(.rsa(bits: bits)) ? .malformed : .unavailable("RSA")
    }
    return PublicKey(kind: .rsa(bits: bits), handle: key)
  }

  /// Reads a point in the compressed or uncompressed form of SEC 1, section 2.3.3.
  static func ellipticCurve(
    _ curve: WeierstrassCurve, encodedPoint: Span<UInt8>
  ) throws(KeyImportError) -> PublicKey {
    guard let form = encodedPoint.isEmpty ? nil : encodedPoint[0] else { throw .malformed }
    let width = curve.coordinateByteCount
    switch (form, encodedPoint.count) {
    case (PointEncoding.uncompressed, 1 + 2 * width): break
    case (PointEncoding.compressedEven, 1 + width), (PointEncoding.compressedOdd, 1 + width): break
    default: throw .malformed
    }
    return try ErrorQueue.preserved { () throws(KeyImportError) in
      guard let parameters = KeyParameters.empty(), parameters.add("group", text: curve.name)
      else { throw .malformed }
      let key = encodedPoint.withUnsafeBufferPointer { point in
        parameters.add("pub", point) ? parameters.makeKey("EC", jc_selection_public) : nil
      }
      guard let key else {
        throw Availability.ofKeys(.ec(curve)) ? .notOnCurve : .unavailable("\(curve.name)")
      }
      return PublicKey(kind: .ec(curve), handle: key)
    }
  }
}
