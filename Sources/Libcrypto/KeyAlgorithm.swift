import CLibcrypto

/// The algorithm that a DER structure names for the key inside it (RFC 3279, RFC 5480, RFC 8410).
enum KeyAlgorithm {
  case rsa
  case ec(WeierstrassCurve)
  case edwards(EdwardsCurve)

  /// Reads an `X509_ALGOR`.
  ///
  /// The identifier is looked at before libcrypto decodes the key, because libcrypto's decoders take curves and key types
  /// that are not to be used, and say nothing about what they cannot decode.
  ///
  /// - Throws: `unsupportedKeyType`, `unsupportedCurve`, `explicitCurveParameters`, `malformed`.
  init(_ algorithm: UnsafePointer<X509_ALGOR>) throws(KeyImportError) {
    var identifier: OpaquePointer?
    var parametersType: Int32 = 0
    var parameters: UnsafeRawPointer?
    X509_ALGOR_get0(&identifier, &parametersType, &parameters, algorithm)
    guard let identifier else { throw .malformed }
    switch OBJ_obj2nid(identifier) {
    case NID_rsaEncryption: self = .rsa
    case NID_ED25519: self = .edwards(.ed25519)
    case NID_ED448: self = .edwards(.ed448)
    case NID_X9_62_id_ecPublicKey:
      self = .ec(try Self.curve(parametersType, parameters))
    default: throw .unsupportedKeyType(Self.name(of: identifier))
    }
  }

  /// The kind of key, for asking whether it is available; the size of an RSA key is not known yet.
  var kind: KeyKind {
    switch self {
    case .rsa: .rsa(bits: 0)
    case .ec(let curve): .ec(curve)
    case .edwards(let curve): .edwards(curve)
    }
  }

  private static func curve(
    _ type: Int32, _ parameters: UnsafeRawPointer?
  ) throws(KeyImportError) -> WeierstrassCurve {
    switch type {
    case V_ASN1_SEQUENCE: throw .explicitCurveParameters
    case V_ASN1_OBJECT: break
    default: throw .malformed
    }
    guard let parameters else { throw .malformed }
    let identifier = OpaquePointer(parameters)
    guard let curve = WeierstrassCurve(identifier: OBJ_obj2nid(identifier))
    else { throw .unsupportedCurve(name(of: identifier)) }
    return curve
  }

  /// The short name that libcrypto has for an object identifier, or its numbers.
  private static func name(of identifier: OpaquePointer) -> String {
    if let name = OBJ_nid2sn(OBJ_obj2nid(identifier)), OBJ_obj2nid(identifier) != NID_undef {
      return String(cString: name)
    }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 80) { buffer in
      guard let base = buffer.baseAddress,
        OBJ_obj2txt(base, Int32(buffer.count), identifier, 1) > 0
      else { return "unknown" }
      return String(cString: base)
    }
  }
}
