import CLibcrypto

/// Multiples of one point, so that a product with it is a sum of table entries and needs no doubling.
///
/// A factor is written to base 256; entry (i, d) is d · 256^i · P. For a factor of two digits, 0x0203,
/// the product is entry (0, 3) plus entry (1, 2). Entries are affine, which makes adding them cheaper
/// by a third.
///
/// For public points and public factors only: the time depends on the factor.
///
/// `@unchecked Sendable`: the entries are written only in `init`.
final class CombTable: @unchecked Sendable {
  private let digitCount: Int
  /// 256 entries for each digit; those for the digit 0 are `nil`.
  private var points: [OpaquePointer?]

  /// `nil` when memory is short.
  init?(of point: OpaquePointer, in group: borrowing CurveGroup, digitCount: Int) {
    self.digitCount = digitCount
    points = Array(repeating: nil, count: 256 * digitCount)
    guard let context = BN_CTX_new() else { return nil }
    defer { BN_CTX_free(context) }
    // The digit 256 of one place is the digit 1 of the next.
    guard let power = EC_POINT_dup(point, group.handle) else { return nil }
    defer { EC_POINT_free(power) }
    for place in 0..<digitCount {
      guard let first = EC_POINT_dup(power, group.handle) else { return nil }
      points[256 * place + 1] = first
      for digit in 2..<256 {
        guard let next = EC_POINT_new(group.handle) else { return nil }
        points[256 * place + digit] = next
        guard EC_POINT_add(group.handle, next, points[256 * place + digit - 1], power, context) == 1
        else { return nil }
      }
      guard EC_POINT_add(group.handle, power, points[256 * place + 255], power, context) == 1
      else { return nil }
    }
    var all = points.filter { $0 != nil }
    guard jc_points_make_affine(group.handle, all.count, &all, context) == 1 else { return nil }
  }

  deinit { for point in points { EC_POINT_free(point) } }

  /// Adds the product of the point and a factor, big-endian in as many bytes as there are digits.
  func add(
    _ factor: UnsafePointer<UInt8>, to sum: OpaquePointer, in group: borrowing CurveGroup,
    _ context: OpaquePointer
  ) -> Bool {
    for place in 0..<digitCount {
      let digit = Int(factor[digitCount - 1 - place])
      guard digit != 0 else { continue }
      guard EC_POINT_add(group.handle, sum, sum, points[256 * place + digit], context) == 1
      else { return false }
    }
    return true
  }
}
