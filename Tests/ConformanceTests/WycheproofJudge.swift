import Libcrypto
import StrictCoding

/// Decides the cases of one group of a Wycheproof file.
enum WycheproofJudge {
  case signatures(WycheproofVerifier)
  /// HMAC tags of a hash, of a length in bits.
  case tags(HashFunction, bitCount: Int)

  /// Hashes that no JWS algorithm uses: groups with them are left out.
  private static let foreignHashes = [
    "SHA-1", "SHA-224", "SHA-512/224", "SHA-512/256", "SHA3-224", "SHA3-256", "SHA3-384",
    "SHA3-512", "SHAKE128", "SHAKE256",
  ]

  /// Makes the judge of a group; `nil` for groups of tokens, which have tests of their own, and for
  /// hashes and curves that this library does not have.
  ///
  /// - Parameter algorithm: what the file as a whole names; groups of tags do not name their hash.
  /// - Throws: for a kind of group that is not known here.
  init?(_ group: JSONObject, algorithm: String?) throws {
    switch try group.text("type") {
    case "JsonWebSignature", "JsonWebEncryption": return nil
    case "MacTest":
      let prefix = "HMACSHA"
      guard let algorithm, algorithm.hasPrefix(prefix),
        let hash = try Self.hash("SHA-\(algorithm.dropFirst(prefix.count))")
      else { return nil }
      self = .tags(hash, bitCount: try group.count("tagSize"))
    case "EcdsaP1363Verify":
      guard let hash = try Self.hash(group.text("sha")) else { return nil }
      let curve: WeierstrassCurve
      switch try group.object("publicKey").text("curve") {
      case "secp256r1": curve = .p256
      case "secp384r1": curve = .p384
      case "secp521r1": curve = .p521
      case "secp256k1": curve = .secp256k1
      default: return nil
      }
      self = .signatures(try WycheproofVerifier(group, .ecdsa(curve, hash)))
    case "EddsaVerify":
      switch try group.object("publicKey").text("curve") {
      case "edwards25519":
        self = .signatures(try WycheproofVerifier(group, .edwards(.ed25519)))
      case "edwards448": self = .signatures(try WycheproofVerifier(group, .edwards(.ed448)))
      case let other: throw OutsideVectorError(missing: "a curve for \(other)")
      }
    case "RsassaPkcs1Verify":
      guard let hash = try Self.hash(group.text("sha")) else { return nil }
      self = .signatures(try WycheproofVerifier(group, .rsaPKCS1(hash)))
    case "RsassaPssVerify":
      guard let hash = try Self.hash(group.text("sha")) else { return nil }
      self = .signatures(try WycheproofVerifier(group, .rsaPSS(hash)))
    case let other: throw OutsideVectorError(missing: "a judge for \(other)")
    }
  }

  private static func hash(_ name: String) throws -> HashFunction? {
    switch name {
    case "SHA-256": return .sha256
    case "SHA-384": return .sha384
    case "SHA-512": return .sha512
    case let other where foreignHashes.contains(other): return nil
    case let other: throw OutsideVectorError(missing: "a hash for \(other)")
    }
  }

  /// Why even the valid cases of the group are refused; `nil` for the groups that JOSE can use.
  var reasonToRefuseAll: String? {
    switch self {
    case .signatures(let verifier): verifier.reasonToRefuseAll
    case .tags(let hash, let bitCount):
      bitCount < 8 * hash.byteCount ? "a shortened tag (RFC 7518 §3.2 has none)" : nil
    }
  }

  func accepts(_ test: JSONObject) -> Bool {
    guard let message = try? test.hex("msg") else { return false }
    switch self {
    case .signatures(let verifier):
      guard let signature = try? test.hex("sig") else { return false }
      return verifier.verifier.isValid(signature: signature.span, message: message.span)
    case .tags(let hash, _):
      guard let key = try? test.hex("key"), let tag = try? test.hex("tag"),
        let authenticator = try? MessageAuthenticator(key: key.span, hash: hash)
      else { return false }
      return authenticator.isValid(tag: tag.span, message: message.span)
    }
  }
}

/// A verifier for the key of a group.
struct WycheproofVerifier {
  let key: PublicKey
  let der: [UInt8]
  let verifier: SignatureVerifier
  /// Set where JOSE fixes what the group leaves open.
  let reasonToRefuseAll: String?

  init(_ group: JSONObject, _ scheme: SignatureScheme) throws {
    let der = try group.hex("publicKeyDer")
    self.der = der
    let key = try PublicKey.subjectPublicKeyInfo(der: der.span)
    self.key = key
    verifier = try SignatureVerifier(key: key, scheme: scheme)
    reasonToRefuseAll =
      if case .rsaPSS(let hash) = scheme {
        try group.count("sLen") != hash.byteCount
          ? "a salt that is not as long as the digest (RFC 7518 §3.5)"
          : try group.text("mgfSha") != group.text("sha")
            ? "a mask of another hash (RFC 7518 §3.5)" : nil
      } else {
        nil
      }
  }

  var kindName: String {
    switch key.kind {
    case .rsa: "RSA"
    case .ec(.p256): "P-256"
    case .ec(.p384): "P-384"
    case .ec(.p521): "P-521"
    case .ec(.secp256k1): "secp256k1"
    case .edwards(.ed25519): "Ed25519"
    case .edwards(.ed448): "Ed448"
    }
  }
}
