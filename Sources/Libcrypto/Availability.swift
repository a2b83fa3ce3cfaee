import CLibcrypto

/// Whether the libcrypto in use offers something; asked only after it was refused, to name the reason.
///
/// Under FIPS mode, or with providers left out in openssl.cnf, algorithms are missing at run time.
enum Availability {
  /// Whether keys of this kind can be made at all.
  static func ofKeys(_ kind: KeyKind) -> Bool {
    ErrorQueue.preserved {
      guard let management = EVP_KEYMGMT_fetch(nil, kind.typeName.cString, nil)
      else { return false }
      EVP_KEYMGMT_free(management)
      guard case .ec(let curve) = kind else { return true }
      guard let parameters = KeyParameters.empty(), parameters.add("group", text: curve.name)
      else { return true }
      return parameters.makeKey("EC", jc_selection_parameters) != nil
    }
  }

  /// Whether signatures of this scheme can be made or checked at all.
  static func ofSignatures(_ scheme: SignatureScheme) -> Bool {
    ErrorQueue.preserved {
      guard let signature = EVP_SIGNATURE_fetch(nil, scheme.implementationName.cString, nil) else {
        return false
      }
      EVP_SIGNATURE_free(signature)
      return true
    }
  }
}
