import CLibcrypto

/// Owns a `BIGNUM`; its memory is wiped when it goes.
struct BigInteger: ~Copyable {
  let handle: OpaquePointer

  /// Takes over a `BIGNUM`.
  ///
  /// Marked secret so that arithmetic runs in constant time and copies land in memory that is wiped.
  private init(secret number: OpaquePointer) {
    BN_set_flags(number, BN_FLG_CONSTTIME)
    handle = number
  }

  deinit { BN_clear_free(handle) }

  /// Zero, as a place for a result; `nil` when memory is short.
  static func zero() -> BigInteger? {
    guard let number = BN_secure_new() else { return nil }
    return BigInteger(secret: number)
  }

  /// Reads unsigned big-endian bytes; `nil` when there are too many or memory is short.
  static func bigEndian(_ bytes: Span<UInt8>) -> BigInteger? {
    guard let count = Int32(exactly: bytes.count), let result = zero() else { return nil }
    let read = bytes.withUnsafeBufferPointer { BN_bin2bn($0.baseAddress, count, result.handle) }
    guard read != nil else { return nil }
    return result
  }

  var bitCount: Int { Int(BN_num_bits(handle)) }
  var isOdd: Bool { BN_is_odd(handle) == 1 }
  var isOne: Bool { BN_is_one(handle) == 1 }

  /// Big-endian bytes, padded with zeros in front to `width`, or as few as possible.
  ///
  /// For public values only: the array is not wiped. `nil` when `width` is too small.
  func bigEndianBytes(width: Int? = nil) -> [UInt8]? {
    let count = width ?? (bitCount + 7) / 8
    guard let count32 = Int32(exactly: count), count >= (bitCount + 7) / 8 else { return nil }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      written = max(0, Int(BN_bn2binpad(handle, buffer.baseAddress, count32)))
    }
  }
}

extension BigInteger {
  static func < (left: borrowing BigInteger, right: borrowing BigInteger) -> Bool {
    BN_cmp(left.handle, right.handle) < 0
  }

  static func == (left: borrowing BigInteger, right: borrowing BigInteger) -> Bool {
    BN_cmp(left.handle, right.handle) == 0
  }
}
