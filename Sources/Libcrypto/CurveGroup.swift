import CLibcrypto

/// Owns an `EC_GROUP`: a curve with a generator, which need not be the standard's.
///
/// `@unchecked Sendable`: changed only while one thread makes it; arithmetic reads it.
struct CurveGroup: ~Copyable, @unchecked Sendable {
  let handle: OpaquePointer

  private init(adopting handle: OpaquePointer) { self.handle = handle }

  deinit { EC_GROUP_free(handle) }

  /// The curve with the generator of the standard; `nil` when this libcrypto has not the curve.
  static func standard(_ curve: WeierstrassCurve) -> CurveGroup? {
    guard let handle = EC_GROUP_new_by_curve_name(OBJ_txt2nid(curve.name.cString)) else {
      return nil
    }
    return CurveGroup(adopting: handle)
  }

  /// The same curve with another generator of the same order, and libcrypto's table for it; `nil`
  /// when this libcrypto makes none.
  func withTable(forGenerator point: OpaquePointer) -> CurveGroup? {
    guard let copy = EC_GROUP_dup(handle) else { return nil }
    let group = CurveGroup(adopting: copy)
    guard
      EC_GROUP_set_generator(copy, point, EC_GROUP_get0_order(handle), BN_value_one()) == 1,
      jc_group_precompute(copy) == 1
    else { return nil }
    return group
  }
}
