import CLibcrypto

/// Collects the parts of a key and makes the key of them.
///
/// Owns an `OSSL_PARAM_BLD`. Numbers are copied by libcrypto into memory that is wiped, because
/// `BigInteger` marks them as secret. The names are static: the builder keeps their addresses.
struct KeyParameters: ~Copyable {
  private let builder: OpaquePointer

  private init(adopting builder: OpaquePointer) { self.builder = builder }

  deinit { OSSL_PARAM_BLD_free(builder) }

  /// An empty collection; `nil` when memory is short.
  static func empty() -> KeyParameters? {
    guard let builder = OSSL_PARAM_BLD_new() else { return nil }
    return KeyParameters(adopting: builder)
  }

  /// Adds a number, in fixed width where the length itself would tell something.
  func add(_ name: StaticString, _ value: borrowing BigInteger, width: Int? = nil) -> Bool {
    guard let width else { return OSSL_PARAM_BLD_push_BN(builder, name.cString, value.handle) == 1 }
    return OSSL_PARAM_BLD_push_BN_pad(builder, name.cString, value.handle, width) == 1
  }

  func add(_ name: StaticString, text: StaticString) -> Bool {
    OSSL_PARAM_BLD_push_utf8_string(
      builder, name.cString, text.cString, text.utf8CodeUnitCount) == 1
  }

  /// Adds bytes that must stay where they are until the key is made.
  func add(_ name: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    OSSL_PARAM_BLD_push_octet_string(builder, name.cString, bytes.baseAddress, bytes.count) == 1
  }

  /// Makes a key of the named type; `nil` when libcrypto refuses.
  ///
  /// - Parameter selection: one of the `jc_selection_…` values.
  func makeKey(_ typeName: StaticString, _ selection: Int32) -> KeyHandle? {
    guard let parameters = OSSL_PARAM_BLD_to_param(builder) else { return nil }
    defer { OSSL_PARAM_free(parameters) }
    guard let context = EVP_PKEY_CTX_new_from_name(nil, typeName.cString, nil) else { return nil }
    defer { EVP_PKEY_CTX_free(context) }
    var key: OpaquePointer?
    guard EVP_PKEY_fromdata_init(context) == 1,
      EVP_PKEY_fromdata(context, &key, selection, parameters) == 1, let key
    else { return nil }
    return KeyHandle(adopting: key)
  }
}
