public import JOSE
import JOSEKeys
public import StrictCoding

/// Makes tokens in JWS Compact Serialization with one key and one algorithm (RFC 7515 §5.1).
///
/// Make one and share it: it is `Sendable`, and signing takes no lock. Claims are signed as they
/// are given; no clock is read, so `iat` and `exp` are the caller's to set.
///
/// ```swift
/// let signer = try TokenSigner(key: .pem(pemText, keyID: "2026"), algorithm: .es256)
/// let token = try signer.sign(["sub": "user-1", "iat": 1_700_000_000, "exp": 1_700_000_600])
/// ```
public struct TokenSigner: Sendable {
  private let engine: SigningEngine
  private let header: SigningHeader

  /// Makes a key ready.
  ///
  /// - Parameters:
  ///   - key: the private key or secret.
  ///   - algorithm: what the header's `alg` will say, exactly: `EdDSA` and `Ed25519` are different
  ///     names of the same signature.
  ///   - keyID: the header's `kid`; the key's own if none is given.
  ///   - type: the header's `typ`, such as `at+jwt`; `nil` leaves it out.
  /// - Throws: `.key` if the key cannot be used with the algorithm.
  public init(
    key: SigningKey, algorithm: SignatureAlgorithm, keyID: String? = nil, type: String? = "JWT"
  ) throws(SigningError) {
    do { engine = try SigningEngine(key.loaded, algorithm: algorithm) } catch { throw .key(error) }
    header = SigningHeader(algorithm: algorithm, type: type, keyID: keyID ?? key.keyID)
  }

  /// Signs claims.
  ///
  /// - Parameters:
  ///   - claims: an object; members are written in its order.
  ///   - extra: further members of the header, such as `cty`.
  /// - Throws: `.token` for claims or header members that are no object or name a member twice,
  ///   `.header` for header members that a verifier would refuse.
  public func sign(
    _ claims: JSONTree, header extra: JSONTree = [:]
  ) throws(SigningError) -> String {
    try sign(payload: claims.encoded(), header: extra)
  }

  /// Signs claims that are JSON text already; every byte is kept.
  ///
  /// - Parameters:
  ///   - payload: one JSON object, held to the rules that a verifier holds it to.
  ///   - extra: further members of the header, such as `cty`.
  /// - Throws: as for claims that are no text yet, and `.token` for text that is not JSON.
  public func sign(
    payload: [UInt8], header extra: JSONTree = [:]
  ) throws(SigningError) -> String {
    _ = try SigningHeader.object(payload, .payload)
    return try signUnchecked(header: try header.text(with: extra), payload: payload)
  }

  /// Signs whatever it is given, for tokens that are broken on purpose.
  package func signUnchecked(
    header: [UInt8], payload: [UInt8]
  ) throws(SigningError) -> String {
    let dot = UInt8(ascii: ".")
    var token = Base64URL.encode(header.span) + [dot] + Base64URL.encode(payload.span)
    do {
      let signature = try engine.signature(for: token)
      token += [dot] + Base64URL.encode(signature.span)
    } catch {
      throw .key(error)
    }
    return String(decoding: token, as: UTF8.self)
  }
}

extension TokenSigner: CustomStringConvertible, CustomReflectable {
  /// Algorithm and key ID; never the key.
  public var description: String {
    "TokenSigner(\(header.algorithm.name), kid: \(header.keyID ?? "-"))"
  }
  /// Algorithm and key ID; never the key.
  public var customMirror: Mirror { Mirror(self, children: ["signer": description]) }
}
