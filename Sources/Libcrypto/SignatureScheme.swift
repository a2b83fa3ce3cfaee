/// Everything that decides how a message is signed: there are no parameters left to choose.
package enum SignatureScheme: Sendable, Hashable {
  /// RSASSA-PKCS1-v1_5 (RFC 8017, section 8.2).
  case rsaPKCS1(HashFunction)
  /// RSASSA-PSS (RFC 8017, section 8.1) with MGF1 over the same hash and a salt as long as the digest.
  case rsaPSS(HashFunction)
  /// ECDSA (FIPS 186-5); signatures are r and s in fixed width, one after the other.
  case ecdsa(WeierstrassCurve, HashFunction)
  /// EdDSA without prehash or context (RFC 8032).
  case edwards(EdwardsCurve)
}

extension SignatureScheme {
  /// The hash of the message; `nil` where the scheme has its own inside.
  var hash: HashFunction? {
    switch self {
    case .rsaPKCS1(let hash), .rsaPSS(let hash), .ecdsa(_, let hash): hash
    case .edwards: nil
    }
  }

  /// Whether keys of this kind can sign in this scheme.
  ///
  /// An RSA modulus must have room for the encoded digest: libcrypto would notice only when signing.
  func fits(_ kind: KeyKind) -> Bool {
    switch (self, kind) {
    case (.rsaPKCS1(let hash), .rsa(let bits)):
      // RFC 8017, section 9.2: 19 bytes name the hash, 11 are padding.
      (bits + 7) / 8 >= hash.byteCount + 19 + 11
    case (.rsaPSS(let hash), .rsa(let bits)):
      // RFC 8017, section 9.1.1: emLen >= hLen + sLen + 2, where emBits is one less than the modulus.
      (bits - 1 + 7) / 8 >= 2 * hash.byteCount + 2
    case (.ecdsa(let curve, _), .ec(let keyCurve)): curve == keyCurve
    case (.edwards(let curve), .edwards(let keyCurve)): curve == keyCurve
    default: false
    }
  }

  /// libcrypto's name of the algorithm.
  var implementationName: StaticString {
    switch self {
    case .rsaPKCS1, .rsaPSS: "RSA"
    case .ecdsa: "ECDSA"
    case .edwards(let curve): curve.name
    }
  }
}
