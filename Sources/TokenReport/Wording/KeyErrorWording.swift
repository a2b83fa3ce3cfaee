package import JWTValidation

extension KeyError: Worded {
  package var message: String {
    switch self {
    case .empty: "the key is empty"
    case .unrecognized: "the key is neither PEM, DER, JWK nor JWK Set"
    case .pem(let error): error.message
    case .jwk(let error): error.message
    case .malformed: "the key's numbers or structure are no key"
    case .trailingData(let count): "\(count) bytes follow the key"
    case .unsupportedType(let name) where Self.isOpenSSH(name):
      "the key is in the format of OpenSSH, which is not read"
    case .unsupportedType(let name):
      "the key is of the type \(ShownName.quoted(name)), which signs no token"
    case .unsupportedCurve(let name):
      "the key lies on the curve \(ShownName.quoted(name)), which no JWS algorithm uses"
    case .notOnCurve: "the key's point does not lie on its curve"
    case .encrypted: "the private key is encrypted"
    case .inconsistent: "the private part of the key does not belong to its public part"
    case .badExponent: "the RSA key's exponent is even, 1, or longer than 64 bits"
    case .rsaTooSmall(let bits): "the RSA key has \(bits) bits; at least 2048 are needed"
    case .rsaTooLarge(let bits):
      "the RSA key has \(bits) bits, too many to verify with in good time"
    case .hmacTooShort(let byteCount, let needed, let algorithm):
      "the secret has \(byteCount) bytes; \(algorithm.name) needs at least \(needed)"
    case .pemAsSecret: "the HMAC secret is a PEM text"
    case .jwkAsSecret: "the HMAC secret is a JWK text"
    case .derAsSecret: "the HMAC secret is a key in DER"
    case .algorithmMismatch(let algorithm, _, _, let pinned?):
      "the key's own \"alg\" allows \(pinned.name) alone, not \(algorithm.name)"
    case .algorithmMismatch(let algorithm, let type, let curve, nil):
      "the key is \(Self.words(type, curve)); \(algorithm.name) needs \(Self.need(algorithm))"
    case .privateKeyNeeded: "signing needs a private key, and this one is public"
    case .unavailable(let name): "libcrypto does not offer \(ShownName.quoted(name)) here"
    }
  }

  package var hint: String? {
    switch self {
    case .empty: "check the file or variable that the key is read from"
    case .unrecognized: "a key starts with -----BEGIN or {; for a secret, allow an HS algorithm"
    case .pem(let error): error.hint
    case .jwk(let error): error.hint
    case .malformed: "export the key again: it is damaged, or of another kind than its label says"
    case .trailingData: "keep one key in the text, without anything behind it"
    case .unsupportedType(let name) where Self.isOpenSSH(name):
      "RSA and ECDSA: ssh-keygen -e -m PKCS8 -f FILE writes the public key as PEM; Ed25519: make a key with openssl genpkey"
    case .unsupportedType: "use an RSA, EC, Ed25519 or Ed448 key"
    case .unsupportedCurve:
      "use a named curve: P-256, P-384, P-521, secp256k1, Ed25519 or Ed448"
    case .notOnCurve: "do not use the key: it is damaged, or made to attack"
    case .encrypted:
      "decrypt it first: openssl pkey -in old.pem -out new.pem; to verify, take the public key"
    case .inconsistent: "export the pair again: parts of two keys were mixed"
    case .badExponent: "make a new key; its exponent should be 65537"
    case .rsaTooSmall: "make a key of 2048 bits or more: smaller ones can be factored"
    case .rsaTooLarge: "use a key of 2048 to 4096 bits"
    case .hmacTooShort: "make a random secret: openssl rand -base64 64; a short one can be guessed"
    case .pemAsSecret, .derAsSecret:
      "allow the RS, PS, ES or EdDSA algorithm of the key: a public key is no secret"
    case .jwkAsSecret: "give it as a JWK, so that its \"k\" is used, or give the secret itself"
    case .algorithmMismatch:
      "allow an algorithm of the key's type, or give the key of that algorithm"
    case .privateKeyNeeded: "give the private key that belongs to it"
    case .unavailable: "use another algorithm, or a libcrypto that has it (FIPS mode removes some)"
    }
  }

  /// `ssh-rsa` and the like, or the label of a PEM text.
  private static func isOpenSSH(_ name: String) -> Bool {
    name.utf8.map { $0 | 0x20 }.starts(with: "openssh".utf8)
  }

  private static func words(_ type: KeyType, _ curve: Curve?) -> String {
    if let curve { return "of type \(type.rawValue) on \(curve.rawValue)" }
    return type == .oct ? "a secret" : "of type \(type.rawValue)"
  }

  private static func need(_ algorithm: SignatureAlgorithm) -> String {
    switch algorithm.scheme {
    case .hmac: "a secret"
    case .rsaPKCS1, .rsaPSS: "an RSA key"
    case .ecdsa(let curve, _): "an EC key on \(curve.rawValue)"
    case .edwards(let curves): "a key on \(curves.map(\.rawValue).joined(separator: " or "))"
    }
  }
}
