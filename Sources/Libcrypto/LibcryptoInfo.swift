import CLibcrypto

/// What libcrypto is in use, for version output and diagnosis.
package enum LibcryptoInfo {
  /// The version at run time, as libcrypto words it.
  package static var versionText: String {
    OpenSSL_version(OPENSSL_VERSION).map { String(cString: $0) } ?? "unknown"
  }

  /// Whether only FIPS-approved implementations are used by default.
  package static var isFIPSEnabled: Bool { EVP_default_properties_is_fips_enabled(nil) == 1 }

  /// Starts libcrypto without its texts and tables of names, which saves half a millisecond.
  ///
  /// Only for a program that runs one command and has no other user of libcrypto in it: error texts are replaced by
  /// numbers for the whole process, and what libcrypto keeps for all is left to the system at its end; keys are wiped
  /// by who holds them, as always. Must come before every other call. openssl.cnf is read as always.
  package static func startWithoutTables() {
    _ = jc_initialize_without_tables()
  }
}
