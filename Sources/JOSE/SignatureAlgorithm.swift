import StrictCoding

/// A JWS algorithm that can protect a token (RFC 7518 §3.1, RFC 8037, RFC 8812, RFC 9864).
///
/// There is no `none`: a policy cannot list it and nothing can verify it. A token that names it can
/// still be inspected, where the name is only text.
public enum SignatureAlgorithm: String, CaseIterable, Hashable, Sendable {
  case hs256 = "HS256"
  case hs384 = "HS384"
  case hs512 = "HS512"
  case rs256 = "RS256"
  case rs384 = "RS384"
  case rs512 = "RS512"
  case ps256 = "PS256"
  case ps384 = "PS384"
  case ps512 = "PS512"
  case es256 = "ES256"
  case es384 = "ES384"
  case es512 = "ES512"
  case es256k = "ES256K"
  /// Ed25519 or Ed448, whichever the key is for; RFC 9864 replaces it by the two names below.
  case edDSA = "EdDSA"
  case ed25519 = "Ed25519"
  case ed448 = "Ed448"

  /// The name in a header or key (RFC 7515 §4.1.1); case matters.
  public var name: String { rawValue }

  /// The algorithm of that name, compared byte by byte.
  public init?(named name: some Sequence<UInt8>) {
    guard let match = name.withSpan({ Self.match($0) }) else { return nil }
    self = match
  }

  /// The algorithm of that name, for those who have its bytes at hand.
  package init?(named name: Span<UInt8>) {
    guard let match = Self.match(name) else { return nil }
    self = match
  }

  private static func match(_ name: Span<UInt8>) -> Self? {
    for algorithm in allCases where algorithm.name.utf8.span.isEqual(to: name) {
      return algorithm
    }
    return nil
  }

  /// What the algorithm does; the rest of the library derives everything from this table.
  public var scheme: Scheme {
    switch self {
    case .hs256: .hmac(.sha256)
    case .hs384: .hmac(.sha384)
    case .hs512: .hmac(.sha512)
    case .rs256: .rsaPKCS1(.sha256)
    case .rs384: .rsaPKCS1(.sha384)
    case .rs512: .rsaPKCS1(.sha512)
    case .ps256: .rsaPSS(.sha256)
    case .ps384: .rsaPSS(.sha384)
    case .ps512: .rsaPSS(.sha512)
    case .es256: .ecdsa(.p256, .sha256)
    case .es384: .ecdsa(.p384, .sha384)
    case .es512: .ecdsa(.p521, .sha512)
    case .es256k: .ecdsa(.secp256k1, .sha256)
    case .edDSA: .edwards([.ed25519, .ed448])
    case .ed25519: .edwards([.ed25519])
    case .ed448: .edwards([.ed448])
    }
  }

  /// The mathematics behind an algorithm's name.
  public enum Scheme: Equatable, Sendable {
    case hmac(Hash)
    case rsaPKCS1(Hash)
    case rsaPSS(Hash)
    case ecdsa(Curve, Hash)
    /// The Edwards curves that a key of the algorithm may lie on.
    case edwards([Curve])
  }

  /// The hash functions of RFC 7518 §3.
  public enum Hash: Equatable, Sendable {
    case sha256, sha384, sha512

    /// The length of a digest in bytes, which is also the least length of an HMAC key (RFC 7518 §3.2).
    public var byteCount: Int {
      switch self {
      case .sha256: 32
      case .sha384: 48
      case .sha512: 64
      }
    }
  }

  /// Whether one secret both signs and verifies: who can verify can also forge.
  public var isSymmetric: Bool {
    if case .hmac = scheme { true } else { false }
  }

  /// The key type that the algorithm needs.
  public var keyType: KeyType {
    switch scheme {
    case .hmac: .oct
    case .rsaPKCS1, .rsaPSS: .rsa
    case .ecdsa: .ec
    case .edwards: .okp
    }
  }

  /// Whether a key of this type and curve can be used with the algorithm.
  public func fits(_ type: KeyType, curve: Curve?) -> Bool {
    switch scheme {
    case .hmac, .rsaPKCS1, .rsaPSS: type == keyType
    case .ecdsa(let own, _): type == .ec && curve == own
    case .edwards(let curves): type == .okp && curve.map(curves.contains) == true
    }
  }
}

extension SignatureAlgorithm: CustomStringConvertible {
  /// The name in a header or key.
  public var description: String { name }
}
