import CLibcrypto

extension PrivateKey {
  /// Makes a new key, for tests and demonstrations.
  ///
  /// - Throws: `unavailable`, or `failed`, for instance for an RSA size that libcrypto does not make.
  package static func generate(_ kind: KeyKind) throws(LibcryptoError) -> PrivateKey {
    try ErrorQueue.preserved { () throws(LibcryptoError) in
      guard let context = EVP_PKEY_CTX_new_from_name(nil, kind.typeName.cString, nil)
      else { throw .unavailable("\(kind.typeName)") }
      defer { EVP_PKEY_CTX_free(context) }
      guard EVP_PKEY_keygen_init(context) == 1 else {
        throw ErrorQueue.failure("EVP_PKEY_keygen_init")
      }
      let isSet =
        switch kind {
        case .rsa(let bits):
          EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(clamping: bits)) == 1
        case .ec(let curve):
          EVP_PKEY_CTX_set_group_name(context, curve.name.cString) == 1
        case .edwards: true
        }
      var key: OpaquePointer?
      guard isSet, EVP_PKEY_generate(context, &key) == 1, let key
      else { throw ErrorQueue.failure("EVP_PKEY_generate") }
      do {
        return try reading(KeyHandle(adopting: key))
      } catch {
        throw .failed(operation: "EVP_PKEY_generate", reason: "the key made is not usable")
      }
    }
  }
}
