import JOSE
import JOSEKeys
import Libcrypto
public import StrictCoding

extension SigningKey {
  /// The public half as a JWK with `use`, and with `kid` and `alg` where they are known (RFC 7517);
  /// `nil` for an HMAC secret, which has no half to publish.
  ///
  /// - Parameter algorithm: what the JWK's `alg` shall say; the key's own if none is given.
  /// - Throws: `.key` if the algorithm is none for this key.
  public func publicJWK(
    for algorithm: SignatureAlgorithm? = nil
  ) throws(SigningError) -> JSONTree? {
    if let algorithm, !loaded.fits(algorithm) {
      throw .key(.algorithmMismatch(algorithm: algorithm, type: keyType, curve: curve))
    }
    guard let publicKey = loaded.publicKey else { return nil }
    let components: PublicKeyComponents
    do {
      components = try publicKey.components()
    } catch {
      throw .key(.unavailable(keyType.rawValue))
    }
    var members: [(name: String, value: JSONTree)] = [("kty", .string(keyType.rawValue))]
    if let curve { members.append(("crv", .string(curve.rawValue))) }
    members += components.members.map { ($0, .string(Self.encoded($1))) }
    members.append(("use", "sig"))
    if let algorithm = algorithm ?? loaded.algorithm {
      members.append(("alg", .string(algorithm.name)))
    }
    if let keyID { members.append(("kid", .string(keyID))) }
    return .object(members)
  }

  /// The public half as PEM, a SubjectPublicKeyInfo (RFC 7468 §13); `nil` for an HMAC secret.
  ///
  /// - Throws: `.key` if libcrypto cannot write the key.
  public func publicPEM() throws(SigningError) -> String? {
    guard let publicKey = loaded.publicKey else { return nil }
    let der: [UInt8]
    do {
      der = try publicKey.subjectPublicKeyInfoDER()
    } catch {
      throw .key(.unavailable(keyType.rawValue))
    }
    return PEMBlock.text(label: "PUBLIC KEY", der: der.span).withSpan {
      String(decoding: $0.copied(), as: UTF8.self)
    }
  }

  /// The private key as PEM, a PKCS #8 key without a pass phrase (RFC 7468 §10); `nil` for an HMAC
  /// secret.
  ///
  /// - Throws: `.key` if libcrypto cannot write the key.
  public func revealedPrivatePEM() throws(SigningError) -> SecretBytes? {
    guard case .privateKey(let privateKey) = loaded.material else { return nil }
    var der: [UInt8]
    do {
      der = try privateKey.pkcs8DER()
    } catch {
      throw .key(.unavailable(keyType.rawValue))
    }
    defer { SecretBytes.wipe(&der) }
    return PEMBlock.text(label: "PRIVATE KEY", der: der.span)
  }

  /// The HMAC secret; `nil` for a private key.
  public var revealedSecret: SecretBytes? {
    if case .secret(let secret, _) = loaded.material { secret } else { nil }
  }

  private static func encoded(_ bytes: [UInt8]) -> String {
    String(decoding: Base64URL.encode(bytes.span), as: UTF8.self)
  }
}

extension PublicKeyComponents {
  /// The numbers under the names that a JWK gives them.
  fileprivate var members: [(String, [UInt8])] {
    switch self {
    case .rsa(let modulus, let exponent): [("n", modulus), ("e", exponent)]
    case .ec(_, let x, let y): [("x", x), ("y", y)]
    case .edwards(_, let bytes): [("x", bytes)]
    }
  }
}
