public import StrictCoding

/// A JSON Web Key for signatures (RFC 7517), checked as far as that goes without cryptography.
///
/// Private parts and secrets are held in memory that is wiped, and nothing of them is printed.
public struct JWK: Sendable {
  /// The numbers of a key.
  public enum Material: Sendable {
    /// `oct`: one secret for both directions.
    case symmetric(SecretBytes)
    /// `RSA`: modulus and public exponent, big-endian without leading zeros.
    case rsa(modulus: [UInt8], exponent: [UInt8], private: RSAPrivatePart?)
    /// `EC`: coordinates of fixed width and the private scalar.
    case ec(Curve, x: [UInt8], y: [UInt8], private: SecretBytes?)
    /// `OKP`: the public key and the private seed.
    case okp(Curve, x: [UInt8], private: SecretBytes?)
  }

  /// The private numbers of an RSA key with two primes (RFC 7518 §6.3.2).
  public struct RSAPrivatePart: Sendable {
    /// `d`, `p`, `q`, `dp`, `dq`, `qi`, in this order.
    package let numbers: [SecretBytes]
    /// The names of the members, in the order of `numbers`.
    package static let memberNames = ["d", "p", "q", "dp", "dq", "qi"]
  }

  /// The numbers of the key.
  public let material: Material
  /// `kid` as bytes of UTF-8.
  package let keyIDBytes: [UInt8]?
  /// `alg`: the one algorithm the key is meant for.
  public let algorithm: SignatureAlgorithm?

  /// What a key can be used for as far as signatures go (`key_ops`, RFC 7517 §4.3).
  public enum Operation: String, CaseIterable, Sendable {
    case verify, sign
  }

  /// What `key_ops` allows; everything where it is not there.
  package let operations: [Operation]

  /// `kid`.
  public var keyID: String? { keyIDBytes.map { String(decoding: $0, as: UTF8.self) } }

  /// `kty`.
  public var keyType: KeyType {
    switch material {
    case .symmetric: .oct
    case .rsa: .rsa
    case .ec: .ec
    case .okp: .okp
    }
  }

  /// `crv`.
  public var curve: Curve? {
    switch material {
    case .symmetric, .rsa: nil
    case .ec(let curve, _, _, _), .okp(let curve, _, _): curve
    }
  }

  /// Whether the key can also sign.
  public var isPrivate: Bool {
    switch material {
    case .symmetric: true
    case .rsa(_, _, let part): part != nil
    case .ec(_, _, _, let scalar): scalar != nil
    case .okp(_, _, let seed): seed != nil
    }
  }

  /// Reads a key from a JSON object.
  ///
  /// - Throws: `JWKError` for the first rule that the object breaks.
  public init(_ members: JSONObject) throws(JWKError) {
    let reader = JWKReader(members)
    let type = try reader.keyType()
    keyIDBytes = try reader.optionalString("kid")
    operations = try reader.allowedOperations()
    material = try reader.material(of: type)
    algorithm = try reader.algorithm()
    if let algorithm, !algorithm.fits(keyType, curve: curve) {
      throw .inconsistent(member: "alg", value: algorithm.name)
    }
  }
}

extension JWK: CustomStringConvertible, CustomReflectable {
  /// Type, curve and key ID; never the numbers.
  public var description: String {
    "JWK(kty: \(keyType.rawValue), crv: \(curve?.rawValue ?? "-"), kid: \(keyID ?? "-"))"
  }
  /// Type, curve and key ID; never the numbers.
  public var customMirror: Mirror { Mirror(self, children: ["key": description]) }
}
