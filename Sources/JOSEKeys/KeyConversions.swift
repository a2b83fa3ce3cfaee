package import JOSE
package import Libcrypto
import StrictCoding

// The words of JOSE in those of libcrypto and back: the one place where both are known.

extension KeyKind {
  /// `kty` and `crv` of a key.
  var joseNames: (KeyType, Curve?) {
    switch self {
    case .rsa: (.rsa, nil)
    case .ec(.p256): (.ec, .p256)
    case .ec(.p384): (.ec, .p384)
    case .ec(.p521): (.ec, .p521)
    case .ec(.secp256k1): (.ec, .secp256k1)
    case .edwards(.ed25519): (.okp, .ed25519)
    case .edwards(.ed448): (.okp, .ed448)
    }
  }
}

extension SignatureAlgorithm.Hash {
  /// The hash function in libcrypto's words.
  package var function: HashFunction {
    switch self {
    case .sha256: .sha256
    case .sha384: .sha384
    case .sha512: .sha512
    }
  }
}

extension Curve {
  var weierstrass: WeierstrassCurve? {
    switch self {
    case .p256: .p256
    case .p384: .p384
    case .p521: .p521
    case .secp256k1: .secp256k1
    case .ed25519, .ed448: nil
    }
  }

  var edwards: EdwardsCurve? {
    switch self {
    case .ed25519: .ed25519
    case .ed448: .ed448
    case .p256, .p384, .p521, .secp256k1: nil
    }
  }
}

extension SignatureAlgorithm {
  /// The signature scheme in libcrypto's words, for a key of this curve; `nil` for HMAC and for a
  /// curve that the algorithm does not use.
  package func signatureScheme(curve: Curve?) -> SignatureScheme? {
    switch scheme {
    case .hmac: nil
    case .rsaPKCS1(let hash): .rsaPKCS1(hash.function)
    case .rsaPSS(let hash): .rsaPSS(hash.function)
    case .ecdsa(let curve, let hash): curve.weierstrass.map { .ecdsa($0, hash.function) }
    case .edwards(let curves):
      curve.flatMap { curves.contains($0) ? $0.edwards : nil }.map { .edwards($0) }
    }
  }
}

extension KeyError {
  init(_ error: KeyImportError) {
    self =
      switch error {
      case .malformed: .malformed
      case .trailingData(let count): .trailingData(count: count)
      case .notOnCurve: .notOnCurve
      case .explicitCurveParameters: .unsupportedCurve("explicit parameters")
      case .unsupportedCurve(let name): .unsupportedCurve(name)
      case .unsupportedKeyType(let name): .unsupportedType(name)
      case .inconsistent: .inconsistent
      case .encrypted: .encrypted
      case .badExponent: .badExponent
      case .tooLarge(let bits): .rsaTooLarge(bits: bits)
      case .unavailable(let what): .unavailable(what)
      }
  }
}

extension JWK {
  /// The key in libcrypto's form.
  func keyMaterial(allowsShortSecret: Bool) throws(KeyImportError) -> LoadedKey.Material {
    switch material {
    case .symmetric(let secret):
      return .secret(secret, allowsAnyLength: allowsShortSecret)
    case .rsa(let modulus, let exponent, let part):
      guard let part else {
        return .publicKey(try .rsa(modulus: modulus.span, exponent: exponent.span))
      }
      return .privateKey(try part.privateKey(modulus: modulus, exponent: exponent))
    case .ec(let curve, let x, let y, let scalar):
      guard let group = curve.weierstrass else { throw .unsupportedCurve(curve.rawValue) }
      guard let scalar else {
        return .publicKey(try .ellipticCurve(group, x: x.span, y: y.span))
      }
      return .privateKey(
        try scalar.withSpan { (d) throws(KeyImportError) in
          try .ellipticCurve(group, x: x.span, y: y.span, d: d)
        })
    case .okp(let curve, let x, let seed):
      guard let group = curve.edwards else { throw .unsupportedCurve(curve.rawValue) }
      guard let seed else { return .publicKey(try .edwards(group, bytes: x.span)) }
      return .privateKey(
        try seed.withSpan { (seed) throws(KeyImportError) in
          try .edwards(group, seed: seed, publicBytes: x.span)
        })
    }
  }
}

extension JWK.RSAPrivatePart {
  fileprivate func privateKey(
    modulus: [UInt8], exponent: [UInt8]
  ) throws(KeyImportError) -> PrivateKey {
    guard numbers.count == Self.memberNames.count else { throw .malformed }
    return try numbers[0].withSpan { (d) throws(KeyImportError) in
      try numbers[1].withSpan { (p) throws(KeyImportError) in
        try numbers[2].withSpan { (q) throws(KeyImportError) in
          try numbers[3].withSpan { (dp) throws(KeyImportError) in
            try numbers[4].withSpan { (dq) throws(KeyImportError) in
              try numbers[5].withSpan { (qi) throws(KeyImportError) in
                try PrivateKey.rsa(
                  modulus: modulus.span, exponent: exponent.span, privateExponent: d, primeP: p,
                  primeQ: q, exponentP: dp, exponentQ: dq, coefficient: qi)
              }
            }
          }
        }
      }
    }
  }
}
