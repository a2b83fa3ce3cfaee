import CLibcrypto

/// Owns an `EVP_PKEY`.
///
/// `@unchecked Sendable`: nothing here changes the key after it was made, and libcrypto guards what it
/// caches inside (Montgomery contexts, blinding, exported copies) with locks of its own.
struct KeyHandle: ~Copyable, @unchecked Sendable {
  let pointer: OpaquePointer

  /// Takes over a key that libcrypto made.
  init(adopting pointer: OpaquePointer) { self.pointer = pointer }

  deinit { EVP_PKEY_free(pointer) }

  func isOfType(_ name: StaticString) -> Bool { EVP_PKEY_is_a(pointer, name.cString) == 1 }

  /// Whether the key is held by libcrypto itself and not by a module that was put in its place, such
  /// as the FIPS module.
  var isBuiltIn: Bool { EVP_PKEY_get0_provider(pointer).map(isOwn) == true }

  /// libcrypto's name of the key's type, for messages.
  var typeName: String {
    EVP_PKEY_get0_type_name(pointer).map { String(cString: $0) } ?? "unknown"
  }

  /// A number of the key; `nil` when the key has none of that name.
  func integer(_ name: StaticString) -> BigInteger? {
    guard let result = BigInteger.zero() else { return nil }
    var number: OpaquePointer? = result.handle
    guard EVP_PKEY_get_bn_param(pointer, name.cString, &number) == 1 else { return nil }
    return result
  }

  /// The name of an elliptic curve key's group; `nil` for a group that has no name.
  var groupName: String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 80) { buffer in
      guard let base = buffer.baseAddress,
        EVP_PKEY_get_group_name(pointer, base, buffer.count, nil) == 1
      else { return nil }
      return String(cString: base)
    }
  }

  /// Whether the curve was spelled out in the encoding that this key was read from.
  var hasExplicitCurve: Bool {
    var explicit: Int32 = 0
    let name: StaticString = "decoded-from-explicit"
    return EVP_PKEY_get_int_param(pointer, name.cString, &explicit) == 1 && explicit == 1
  }
}

extension KeyHandle {
  /// Whether the private half is in range and belongs to the public half.
  var isPair: Bool {
    guard let context = EVP_PKEY_CTX_new_from_pkey(nil, pointer, nil) else { return false }
    defer { EVP_PKEY_CTX_free(context) }
    return EVP_PKEY_pairwise_check(context) == 1
  }

  /// The point of an elliptic curve key, each coordinate big-endian in the curve's fixed width.
  func coordinates(_ curve: WeierstrassCurve) -> (x: [UInt8], y: [UInt8])? {
    let width = curve.coordinateByteCount
    guard let x = integer("qx")?.bigEndianBytes(width: width),
      let y = integer("qy")?.bigEndianBytes(width: width)
    else { return nil }
    return (x, y)
  }

  /// The encoded point of an Edwards curve key.
  func edwardsPoint(_ curve: EdwardsCurve) -> [UInt8]? {
    var count = curve.publicKeyByteCount
    var bytes = [UInt8](repeating: 0, count: count)
    guard EVP_PKEY_get_raw_public_key(pointer, &bytes, &count) == 1, count == bytes.count
    else { return nil }
    return bytes
  }
}
