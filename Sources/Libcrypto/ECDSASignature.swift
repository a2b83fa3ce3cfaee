import CLibcrypto

/// The two forms of an ECDSA signature: r and s in fixed width one after the other (RFC 7518,
/// section 3.4), and the DER sequence of two integers that libcrypto speaks (RFC 3279).
struct ECDSASignature: Sendable {
  /// Length in bytes of the longest DER form, of P-521: the head of the sequence and two integers of 66 bytes
  /// with heads of their own. (The number of `DER.bytes` is the same; it can only be a literal.)
  static let maximumDERByteCount = 3 + 2 * (2 + 66)

  /// A DER signature on the stack.
  struct DER {
    var bytes = [139 of UInt8](repeating: 0)
    var count = 0
  }

  private let width: Int
  /// n, the order of the curve's group, big-endian in the width of r and s.
  private let order: [UInt8]

  /// - Throws: `failed` when the key's curve does not tell its order.
  init(curve: WeierstrassCurve, key: borrowing KeyHandle) throws(LibcryptoError) {
    width = curve.coordinateByteCount
    guard let order = key.integer("order")?.bigEndianBytes(width: width)
    else { throw .failed(operation: "EVP_PKEY_get_bn_param", reason: "no group order") }
    self.order = order
  }

  /// Writes a signature of fixed width as DER; `false` unless 0 < r < n and 0 < s < n.
  ///
  /// - Precondition: the signature has twice the curve's width.
  func encode(_ signature: Span<UInt8>, into der: inout DER) -> Bool {
    guard signature.count == 2 * width else { return false }
    let r = signature.extracting(0..<width)
    let s = signature.extracting(width..<2 * width)
    guard isInRange(r), isInRange(s) else { return false }
    let bodyCount = Self.encodedCount(r) + Self.encodedCount(s)
    der.append(0x30)
    if bodyCount >= 0x80 { der.append(0x81) }
    der.append(UInt8(truncatingIfNeeded: bodyCount))
    der.append(integer: r)
    der.append(integer: s)
    return true
  }

  /// Reads a DER signature that libcrypto made; `nil` when it does not have the form.
  func decode(_ der: Span<UInt8>) -> [UInt8]? {
    let parsed = der.withUnsafeBufferPointer { buffer in
      var position = buffer.baseAddress
      return d2i_ECDSA_SIG(nil, &position, buffer.count)
    }
    guard let parsed else { return nil }
    defer { ECDSA_SIG_free(parsed) }
    let halfCount = Int32(width)
    var result = [UInt8](repeating: 0, count: 2 * width)
    let written = result.withUnsafeMutableBufferPointer { buffer -> Bool in
      guard let base = buffer.baseAddress else { return false }
      return BN_bn2binpad(ECDSA_SIG_get0_r(parsed), base, halfCount) == halfCount
        && BN_bn2binpad(ECDSA_SIG_get0_s(parsed), base + width, halfCount) == halfCount
    }
    return written ? result : nil
  }

  /// Whether 0 < value < n.
  private func isInRange(_ value: Span<UInt8>) -> Bool {
    guard Self.leadingZeroCount(value) < value.count else { return false }
    for index in value.indices where value[index] != order[index] {
      return value[index] < order[index]
    }
    return false
  }

  private static func leadingZeroCount(_ value: Span<UInt8>) -> Int {
    var count = 0
    while count < value.count, value[count] == 0 { count += 1 }
    return count
  }

  fileprivate static func contentRange(_ value: Span<UInt8>) -> (start: Int, needsZero: Bool) {
    let start = leadingZeroCount(value)
    return (start, start < value.count && value[start] & 0x80 != 0)
  }

  private static func encodedCount(_ value: Span<UInt8>) -> Int {
    let (start, needsZero) = contentRange(value)
    return 2 + (needsZero ? 1 : 0) + value.count - start
  }
}

extension ECDSASignature.DER {
  fileprivate mutating func append(_ byte: UInt8) {
    bytes[count] = byte
    count += 1
  }

  /// Appends a positive number: without leading zeros, but with one where the sign bit would be set.
  fileprivate mutating func append(integer value: Span<UInt8>) {
    let (start, needsZero) = ECDSASignature.contentRange(value)
    append(0x02)
    append(UInt8(truncatingIfNeeded: value.count - start + (needsZero ? 1 : 0)))
    if needsZero { append(0) }
    for index in start..<value.count { append(value[index]) }
  }
}
