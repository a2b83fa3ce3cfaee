import CLibcrypto

/// Tables for one ECDSA key, with which a signature is checked in a fraction of the usual time.
///
/// The usual way multiplies with the key from scratch for every signature. Here its multiples lie
/// ready, and libcrypto's own group arithmetic adds them up. All of it is public data.
///
/// `@unchecked Sendable`: points and groups are written only in `init`.
final class KeyTables: @unchecked Sendable {
  private let width: Int
  private let group: CurveGroup
  private let products: Products

  /// How u₁ · G + u₂ · Q is found, for the curve's generator G and the key Q.
  private enum Products: @unchecked Sendable {
    /// By two products with generators for which libcrypto has tables of its own.
    case generators(KeyGroup)
    /// By sums of table entries, for curves of which libcrypto has no fast arithmetic.
    case combs(base: CombTable, key: CombTable)
  }

  /// A group whose generator is the key; a class so that a case can hold it.
  private final class KeyGroup: Sendable {
    let group: CurveGroup
    init(_ group: consuming CurveGroup) { self.group = group }
  }

  /// Takes some 20 to 60 ms, and for P-384 some megabytes.
  ///
  /// - Returns: `nil` when this libcrypto cannot, or cannot faster than the usual way.
  init?(_ curve: WeierstrassCurve, x: [UInt8], y: [UInt8]) {
    guard let group = CurveGroup.standard(curve), let point = EC_POINT_new(group.handle)
    else { return nil }
    defer { EC_POINT_free(point) }
    let encoded = [PointEncoding.uncompressed] + x + y
    // Also checks that the point lies on the curve.
    guard EC_POINT_oct2point(group.handle, point, encoded, encoded.count, nil) == 1 else {
      return nil
    }
    width = curve.coordinateByteCount
    switch curve {
    case .p256 where Self.hasFastP256:
      guard let keyGroup = group.withTable(forGenerator: point) else { return nil }
      products = .generators(KeyGroup(keyGroup))
    case .p384:
      guard let base = Self.baseOfP384, let key = CombTable(of: point, in: group, digitCount: width)
      else { return nil }
      products = .combs(base: base, key: key)
    default: return nil
    }
    self.group = group
  }

  /// The table of the generator, which all keys share.
  private static let baseOfP384: CombTable? = {
    guard let group = CurveGroup.standard(.p384),
      let generator = EC_GROUP_get0_generator(group.handle)
    else { return nil }
    return CombTable(
      of: generator, in: group, digitCount: WeierstrassCurve.p384.coordinateByteCount)
  }()

  /// libcrypto has a multiplication of P-256 that uses tables on these processors only.
  private static var hasFastP256: Bool {
    #if arch(x86_64) || arch(arm64)
      true
    #else
      false
    #endif
  }

  /// Whether the signature, r and s one after the other, is the key's over the digest.
  ///
  /// Follows FIPS 186-5, section 6.4.2. The digest must be as long as a coordinate.
  func isValid(signature: Span<UInt8>, digest: [UInt8]) -> Bool {
    guard signature.count == 2 * width, digest.count == width,
      let context = BN_CTX_new(), let order = EC_GROUP_get0_order(group.handle)
    else { return false }
    defer { BN_CTX_free(context) }
    BN_CTX_start(context)
    defer { BN_CTX_end(context) }
    guard let r = BN_CTX_get(context), let s = BN_CTX_get(context), let e = BN_CTX_get(context)
    else { return false }
    let half = Int32(width)
    let isRead = signature.withUnsafeBufferPointer { bytes in
      BN_bin2bn(bytes.baseAddress, half, r) != nil
        && BN_bin2bn(bytes.baseAddress.map { $0 + width }, half, s) != nil
        && BN_bin2bn(digest, half, e) != nil
    }
    // 1. r and s lie between 0 and the order.
    guard isRead, BN_is_zero(r) == 0, BN_is_zero(s) == 0, BN_cmp(r, order) < 0,
      BN_cmp(s, order) < 0
    else { return false }
    // 2. u₁ = e / s and u₂ = r / s.
    guard BN_mod_inverse(s, s, order, context) != nil,
      BN_mod_mul(e, e, s, order, context) == 1, BN_mod_mul(s, r, s, order, context) == 1
    else { return false }
    // 3. The point u₁ · G + u₂ · Q is not at infinity, and its x is r modulo the order.
    guard let sum = EC_POINT_new(group.handle) else { return false }
    defer { EC_POINT_free(sum) }
    guard add(e, s, to: sum, context), EC_POINT_is_at_infinity(group.handle, sum) == 0,
      jc_point_ratio(group.handle, sum, e, s, context) == 1
    else { return false }
    return isRatio(e, s, equalTo: r, order, context)
  }

  /// Whether x / z² modulo the prime of the curve is r modulo the order; changes z and r.
  ///
  /// Compares x with r · z² instead, because a division takes as long as ten products. The prime
  /// may be above the order by less than r is: then r + order stands for the same remainder.
  private func isRatio(
    _ x: OpaquePointer, _ z: OpaquePointer, equalTo r: OpaquePointer, _ order: OpaquePointer,
    _ context: OpaquePointer
  ) -> Bool {
    BN_CTX_start(context)
    defer { BN_CTX_end(context) }
    guard let prime = EC_GROUP_get0_field(group.handle), let product = BN_CTX_get(context),
      BN_mod_sqr(z, z, prime, context) == 1, BN_mod_mul(product, r, z, prime, context) == 1
    else { return false }
    if BN_cmp(product, x) == 0 { return true }
    guard BN_add(r, r, order) == 1, BN_cmp(r, prime) < 0,
      BN_mod_mul(product, r, z, prime, context) == 1
    else { return false }
    return BN_cmp(product, x) == 0
  }

  /// Sets `sum`, which is at infinity, to u₁ · G + u₂ · Q.
  private func add(
    _ u1: OpaquePointer, _ u2: OpaquePointer, to sum: OpaquePointer, _ context: OpaquePointer
  ) -> Bool {
    switch products {
    case .generators(let key):
      guard let other = EC_POINT_new(key.group.handle) else { return false }
      defer { EC_POINT_free(other) }
      return EC_POINT_mul(group.handle, sum, u1, nil, nil, context) == 1
        && EC_POINT_mul(key.group.handle, other, u2, nil, nil, context) == 1
        && EC_POINT_add(group.handle, sum, sum, other, context) == 1
    case .combs(let base, let key):
      var factor = [66 of UInt8](repeating: 0)
      var bytes = factor.mutableSpan
      return bytes.withUnsafeMutableBufferPointer { factor in
        guard let start = factor.baseAddress else { return false }
        return BN_bn2binpad(u1, start, Int32(width)) == Int32(width)
          && base.add(start, to: sum, in: group, context)
          && BN_bn2binpad(u2, start, Int32(width)) == Int32(width)
          && key.add(start, to: sum, in: group, context)
      }
    }
  }
}
