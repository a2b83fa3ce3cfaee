package import JOSE
import Libcrypto
import StrictCoding

/// Reads keys in every form they come in: PEM, DER, JWK, JWK Set, and secrets as they are.
package enum KeyLoader {
  /// The least RSA modulus in bits (RFC 7518 §3.3).
  package static let minimumRSABits = 2048

  /// Reads whatever form the bytes have.
  ///
  /// - Parameter acceptsSecret: whether bytes of no known form are an HMAC secret. If so, PEM and
  ///   DER are refused: a public key used as a secret is known to everybody (RFC 8725 §2.1).
  package static func load(
    _ bytes: [UInt8], for operation: JWK.Operation = .verify, acceptsSecret: Bool,
    allowsShortSecret: Bool = false
  ) throws(KeyError) -> LoadedKeys {
    guard !bytes.isEmpty else { throw .empty }
    let form = form(of: bytes)
    switch form {
    // Of a document the error says that it is no key: hardly anybody's secret is one.
    case .jwk, .document:
      return try jwks(bytes, for: operation, allowsShortSecret: allowsShortSecret)
    case .pem where !acceptsSecret: return try pem(bytes)
    case .der where !acceptsSecret: return try der(bytes)
    case .openSSH: throw .unsupportedType("OpenSSH")
    case .pem, .der, .encoded, .other:
      guard acceptsSecret else { throw .unrecognized }
      try refuseKey(asSecret: form)
      return LoadedKeys(
        keys: [secretKey(SecretBytes(bytes), allowsAnyLength: allowsShortSecret)], skipped: [])
    }
  }

  /// Lends a copy of key text for the time of the call and wipes it afterwards.
  ///
  /// Bytes that the caller has in an array are not copied; they stay the caller's to wipe.
  package static func withCopy<Result>(
    of text: some Collection<UInt8>, _ read: ([UInt8]) throws(KeyError) -> Result
  ) throws(KeyError) -> Result {
    var copy = Array(text)
    defer { SecretBytes.wipe(&copy) }
    return try read(copy)
  }

  /// Takes bytes as an HMAC secret, unless they are evidently a key of another kind.
  package static func secret(
    _ bytes: [UInt8], allowsAnyLength: Bool = false
  ) throws(KeyError) -> LoadedKey {
    guard !bytes.isEmpty else { throw .empty }
    try refuseKey(asSecret: form(of: bytes))
    return secretKey(SecretBytes(bytes), allowsAnyLength: allowsAnyLength)
  }

  /// Refuses as a secret what is a key of another kind, which may be known to everybody.
  private static func refuseKey(asSecret form: KeyForm) throws(KeyError) {
    switch form {
    case .jwk: throw .jwkAsSecret
    case .pem: throw .pemAsSecret
    case .der: throw .derAsSecret
    case .openSSH: throw .unsupportedType("OpenSSH")
    case .encoded(let inner): try refuseKey(asSecret: inner)
    case .document, .other: return
    }
  }

  /// Reads a JWK or a JWK Set.
  ///
  /// - Parameter operation: what the keys are for; one whose `key_ops` does not allow it is passed
  ///   over.
  package static func jwks(
    _ text: [UInt8], for operation: JWK.Operation = .verify, allowsShortSecret: Bool = false
  ) throws(KeyError) -> LoadedKeys {
    let set: JWKSet
    do { set = try JWKSet(text) } catch { throw .jwk(error) }
    var skipped = set.skipped.map {
      SkippedKey(index: $0.index, keyID: $0.keyID, reason: .jwk($0.reason))
    }
    // Positions in the set, less those that were skipped already.
    let skippedIndices = Set(set.skipped.map(\.index))
    let indices = (0..<set.keys.count + set.skipped.count).filter { !skippedIndices.contains($0) }
    var keys: [LoadedKey] = []
    for (index, jwk) in zip(indices, set.keys) {
      do throws(KeyError) {
        var loaded = try key(jwk, for: operation, allowsShortSecret: allowsShortSecret)
        if set.keys.count + set.skipped.count > 1 { loaded.setIndex = index }
        keys.append(loaded)
      } catch {
        // A file that is a single key has nothing to fall back on.
        guard set.keys.count + set.skipped.count > 1 else { throw error }
        skipped.append(SkippedKey(index: index, keyID: jwk.keyID, reason: error))
      }
    }
    return LoadedKeys(keys: keys, skipped: skipped.sorted { $0.index < $1.index })
  }

  /// Reads every block of a PEM text that is a key or a certificate.
  package static func pem(_ text: [UInt8]) throws(KeyError) -> LoadedKeys {
    let blocks: [PEMBlock]
    do { blocks = try PEMBlock.parse(text) } catch { throw .pem(error) }
    var keys: [LoadedKey] = []
    for block in blocks {
      // What `openssl ecparam` writes above a key says nothing that the key does not say itself.
      if block.label == "EC PARAMETERS" { continue }
      if block.label == "ENCRYPTED PRIVATE KEY" { throw .encrypted }
      // The certificates below the first are its chain: their keys sign certificates, not tokens.
      if block.label == "CERTIFICATE", !keys.isEmpty { continue }
      keys.append(try key(block))
    }
    guard !keys.isEmpty else { throw .unrecognized }
    return LoadedKeys(keys: keys, skipped: [])
  }

  /// Blocks that are read; what else a block may hold, such as a certificate request, is no key.
  private static let keyLabels = [
    "PUBLIC KEY", "PRIVATE KEY", "RSA PUBLIC KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY",
    "CERTIFICATE",
  ]

  private static func key(_ block: PEMBlock) throws(KeyError) -> LoadedKey {
    do throws(KeyError) {
      return try block.der.withSpan { (der) throws(KeyError) in try key(der: der) }
    } catch .malformed where !keyLabels.contains(block.label) {
      throw .unsupportedType(block.label)
    }
  }

  /// Reads one key or certificate in DER.
  package static func der(_ bytes: [UInt8]) throws(KeyError) -> LoadedKeys {
    LoadedKeys(keys: [try key(der: bytes.span)], skipped: [])
  }

  private static func secretKey(_ secret: SecretBytes, allowsAnyLength: Bool) -> LoadedKey {
    LoadedKey(
      material: .secret(secret, allowsAnyLength: allowsAnyLength), type: .oct, curve: nil,
      keyID: nil, algorithm: nil)
  }

  private static func key(der: Span<UInt8>) throws(KeyError) -> LoadedKey {
    let parsed: DERKey
    do { parsed = try DERKey.parse(der) } catch { throw KeyError(error) }
    switch parsed {
    case .publicKey(let key): return try loaded(.publicKey(key), key.kind)
    case .privateKey(let key): return try loaded(.privateKey(key), key.publicKey.kind)
    }
  }

  private static func key(
    _ jwk: JWK, for operation: JWK.Operation, allowsShortSecret: Bool
  ) throws(KeyError) -> LoadedKey {
    guard jwk.operations.contains(operation) else {
      throw .jwk(.operationNotAllowed(needed: [operation]))
    }
    let material: LoadedKey.Material
    let key: LoadedKey
    do {
      material = try jwk.keyMaterial(allowsShortSecret: allowsShortSecret)
    } catch {
      throw KeyError(error)
    }
    // A public key is no secret in a JWK either.
    if case .secret(let secret, _) = material {
      var bytes = secret.withSpan { $0.copied() }
      defer { SecretBytes.wipe(&bytes) }
      try refuseKey(asSecret: form(of: bytes))
    }
    key = LoadedKey(
      material: material, type: jwk.keyType, curve: jwk.curve, keyID: jwk.keyIDBytes,
      algorithm: jwk.algorithm)
    try checkRSASize(key.publicKey?.kind)
    if let algorithm = key.algorithm { try key.checkLength(for: algorithm) }
    return key
  }

  private static func loaded(
    _ material: LoadedKey.Material, _ kind: KeyKind
  ) throws(KeyError) -> LoadedKey {
    try checkRSASize(kind)
    let (type, curve) = kind.joseNames
    return LoadedKey(material: material, type: type, curve: curve, keyID: nil, algorithm: nil)
  }

  private static func checkRSASize(_ kind: KeyKind?) throws(KeyError) {
    if case .rsa(let bits) = kind, bits < minimumRSABits { throw .rsaTooSmall(bits: bits) }
  }
}
