import CLibcrypto

/// A context prepared for one key and one scheme, and copies of it to work in.
///
/// Preparing costs a seventh of an RSA verification; a copy costs next to nothing. Initialising the same context
/// again instead would lose the PSS settings.
///
/// `@unchecked Sendable`: `template` is written only in `init`, and copying reads it. A scratch context is out of the
/// pool while it is used, so one thread has it.
final class SignatureContext: @unchecked Sendable {
  enum Purpose {
    case signing, verifying
  }

  private let template: DigestContext
  private let pool = ContextPool(free: EVP_MD_CTX_free)

  /// - Throws: `unavailable` when no provider offers the scheme, `failed` otherwise.
  init(
    key: borrowing KeyHandle, scheme: SignatureScheme, purpose: Purpose
  ) throws(LibcryptoError) {
    template = try ErrorQueue.preserved { () throws(LibcryptoError) in
      // Asked first, so that a missing hash is told from a missing signature.
      _ = try scheme.hash?.implementation()
      let context = try DigestContext.empty()
      guard Self.prepare(context, key, scheme, purpose) else {
        throw Availability.ofSignatures(scheme)
          ? ErrorQueue.failure(
            purpose == .signing ? "EVP_DigestSignInit_ex" : "EVP_DigestVerifyInit_ex")
          : .unavailable("\(scheme.implementationName)")
      }
      return context
    }
  }

  /// Lends a copy of the prepared context; `nil` when memory is short.
  @inline(__always)
  func withCopy<Result>(_ body: (OpaquePointer) -> Result?) -> Result? {
    pool.withContext(orMake: EVP_MD_CTX_new) { scratch in
      EVP_MD_CTX_copy_ex(scratch, template.handle) == 1 ? body(scratch) : nil
    }
  }

  private static func prepare(
    _ context: borrowing DigestContext, _ key: borrowing KeyHandle, _ scheme: SignatureScheme,
    _ purpose: Purpose
  ) -> Bool {
    let hashName = scheme.hash?.name.cString
    var settings: OpaquePointer?
    let begun =
      switch purpose {
      case .signing:
        EVP_DigestSignInit_ex(context.handle, &settings, hashName, nil, nil, key.pointer, nil)
      case .verifying:
        EVP_DigestVerifyInit_ex(context.handle, &settings, hashName, nil, nil, key.pointer, nil)
      }
    guard begun == 1 else { return false }
    // Each copy is used for one message, so libcrypto need not copy it again before finishing.
    EVP_MD_CTX_set_flags(context.handle, EVP_MD_CTX_FLAG_FINALISE)
    switch scheme {
    case .rsaPKCS1:
      return EVP_PKEY_CTX_set_rsa_padding(settings, RSA_PKCS1_PADDING) == 1
    case .rsaPSS(let hash):
      return EVP_PKEY_CTX_set_rsa_padding(settings, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_mgf1_md_name(settings, hash.name.cString, nil) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(settings, Int32(hash.byteCount)) == 1
    case .ecdsa, .edwards:
      return true
    }
  }
}
