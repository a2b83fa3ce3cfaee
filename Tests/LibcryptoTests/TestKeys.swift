import Libcrypto
import Testing

/// A scheme with a key for it and another key of the same kind, made once for all tests.
struct KeyedScheme: Sendable, CustomTestStringConvertible {
  let name: String
  let scheme: SignatureScheme
  let key: PrivateKey
  let otherKey: PrivateKey

  var testDescription: String { name }

  private static let keys: [(kind: KeyKind, pair: (PrivateKey, PrivateKey))] = {
    let kinds: [KeyKind] = [
      .rsa(bits: 2048), .ec(.p256), .ec(.p384), .ec(.p521), .ec(.secp256k1), .edwards(.ed25519),
      .edwards(.ed448),
    ]
    return kinds.compactMap { kind in
      guard let key = try? PrivateKey.generate(kind), let other = try? PrivateKey.generate(kind)
      else { return nil }
      return (kind, (key, other))
    }
  }()

  /// One key of each kind.
  static var onePrivateKeyOfEachKind: [PrivateKey] { keys.map(\.pair.0) }

  /// Every scheme that a JWS algorithm names.
  static let all: [KeyedScheme] = {
    let schemes: [(String, SignatureScheme, KeyKind)] = [
      ("RS256", .rsaPKCS1(.sha256), .rsa(bits: 2048)),
      ("RS384", .rsaPKCS1(.sha384), .rsa(bits: 2048)),
      ("RS512", .rsaPKCS1(.sha512), .rsa(bits: 2048)),
      ("PS256", .rsaPSS(.sha256), .rsa(bits: 2048)),
      ("PS384", .rsaPSS(.sha384), .rsa(bits: 2048)),
      ("PS512", .rsaPSS(.sha512), .rsa(bits: 2048)),
      ("ES256", .ecdsa(.p256, .sha256), .ec(.p256)),
      ("ES384", .ecdsa(.p384, .sha384), .ec(.p384)),
      ("ES512", .ecdsa(.p521, .sha512), .ec(.p521)),
      ("ES256K", .ecdsa(.secp256k1, .sha256), .ec(.secp256k1)),
      ("Ed25519", .edwards(.ed25519), .edwards(.ed25519)),
      ("Ed448", .edwards(.ed448), .edwards(.ed448)),
    ]
    return schemes.compactMap { name, scheme, kind in
      keys.first { $0.kind == kind }.map {
        KeyedScheme(name: name, scheme: scheme, key: $0.pair.0, otherKey: $0.pair.1)
      }
    }
  }()

  static func named(_ name: String) -> KeyedScheme? { all.first { $0.name == name } }

  func signature(for message: [UInt8]) throws -> [UInt8] {
    try Signer(key: key, scheme: scheme).signature(for: message.span)
  }

  func verifier() throws -> SignatureVerifier {
    try SignatureVerifier(key: key.publicKey, scheme: scheme)
  }
}
