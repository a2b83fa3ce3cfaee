import CLibcrypto

/// Whether libcrypto's own hash functions are those in use, so that they may be called without its
/// providers, at a fraction of the cost.
///
/// Whoever puts a module in the place of libcrypto's own hashes, such as the FIPS module, wants no
/// other to be used. It is asked once for all of them: providers are set up before the first use.
enum BuiltInHashes {
  /// Whether SHA-256 is libcrypto's own, asked once.
  static let hasSHA256 = contains(.sha256)

  /// Whether a hash is libcrypto's own.
  static func contains(_ hash: HashFunction) -> Bool {
    isOwnProviderAlone || ((try? hash.implementation().isBuiltIn) ?? false)
  }

  /// Whether no provider but libcrypto's own could be asked for anything, and may be: known without
  /// fetching a hash, which sets up every hash of the provider and takes a fifth of a short command's
  /// time.
  private static let isOwnProviderAlone: Bool = ErrorQueue.preserved {
    let isAlone =
      OSSL_PROVIDER_do_all(
        nil, { provider, _ in provider.map(isOwn) == true ? 1 : 0 }, nil) == 1
    guard isAlone else { return false }
    // The default properties could rule out even that one. They are the same for all algorithms, and
    // of these there is only one, or a few.
    guard let anyAlgorithm = EVP_KEM_fetch(nil, "RSA", nil) else { return false }
    defer { EVP_KEM_free(anyAlgorithm) }
    return EVP_KEM_get0_provider(anyAlgorithm).map(isOwn) == true
  }
}

/// Whether a provider is the one that libcrypto brings.
func isOwn(_ provider: OpaquePointer) -> Bool {
  guard let name = OSSL_PROVIDER_get0_name(provider) else { return false }
  return strcmp(name, "default") == 0
}
