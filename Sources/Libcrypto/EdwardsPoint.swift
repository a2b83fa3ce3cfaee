import CLibcrypto

extension EdwardsCurve {
  /// Whether the bytes are the one encoding of a point (RFC 8032, sections 5.1.3 and 5.2.3).
  ///
  /// libcrypto takes any bytes as a key and later finds every signature invalid; told at import, the
  /// fault is found where it is.
  ///
  /// - Throws: `malformed` when memory is short.
  func hasPoint(_ encoded: Span<UInt8>) throws(KeyImportError) -> Bool {
    guard let residue = residueOfXSquared(encoded) else { throw .malformed }
    switch residue {
    case 1: return true
    // x is zero, which has no sign.
    case 0: return encoded[encoded.count - 1] & 0x80 == 0
    default: return false
    }
  }

  /// 1 when x² is a square modulo p, so that an x exists; 0 when it is zero; -1 when there is no x or
  /// y is not reduced; `nil` when memory is short.
  ///
  /// The curve's equation gives x² as a fraction; its numerator times its denominator is a square exactly
  /// when the fraction is one. For Ed25519, with d = -121665 / 121666, that product times 121666² is
  /// (y² - 1) (121666 - 121665 y²) 121666; for Ed448, with d = -39081, it is (y² - 1) (-39081 y² - 1).
  private func residueOfXSquared(_ encoded: Span<UInt8>) -> Int32? {
    guard let context = BN_CTX_new() else { return nil }
    defer { BN_CTX_free(context) }
    guard let p = prime(), let y = ordinate(encoded), let left = BigInteger.zero(),
      let right = BigInteger.zero()
    else { return nil }
    guard y < p else { return -1 }
    guard BN_mod_sqr(left.handle, y.handle, p.handle, context) == 1,
      BN_copy(right.handle, left.handle) != nil,
      BN_sub_word(left.handle, 1) == 1
    else { return nil }
    switch self {
    case .ed25519:
      guard BN_mul_word(right.handle, 121_665) == 1 else { return nil }
      BN_set_negative(right.handle, 1)
      guard BN_add_word(right.handle, 121_666) == 1, BN_mul_word(right.handle, 121_666) == 1
      else { return nil }
    case .ed448:
      guard BN_mul_word(right.handle, 39_081) == 1, BN_add_word(right.handle, 1) == 1
      else { return nil }
      BN_set_negative(right.handle, 1)
    }
    guard BN_mul(left.handle, left.handle, right.handle, context) == 1,
      BN_nnmod(left.handle, left.handle, p.handle, context) == 1
    else { return nil }
    let residue = BN_kronecker(left.handle, p.handle, context)
    return residue == -2 ? nil : residue
  }

  /// p = 2²⁵⁵ - 19, or 2⁴⁴⁸ - 2²²⁴ - 1.
  private func prime() -> BigInteger? {
    guard let p = BigInteger.zero(), let middle = BigInteger.zero() else { return nil }
    let made =
      switch self {
      case .ed25519: BN_set_bit(p.handle, 255) == 1 && BN_sub_word(p.handle, 19) == 1
      case .ed448:
        BN_set_bit(p.handle, 448) == 1 && BN_set_bit(middle.handle, 224) == 1
          && BN_sub(p.handle, p.handle, middle.handle) == 1 && BN_sub_word(p.handle, 1) == 1
      }
    guard made else { return nil }
    return p
  }

  /// y, which is encoded little-endian with the sign of x in the last bit.
  private func ordinate(_ encoded: Span<UInt8>) -> BigInteger? {
    let bigEndian = [UInt8](capacity: encoded.count) { output in
      for index in encoded.indices.reversed() {
        output.append(output.isEmpty ? encoded[index] & 0x7f : encoded[index])
      }
    }
    return BigInteger.bigEndian(bigEndian.span)
  }
}
