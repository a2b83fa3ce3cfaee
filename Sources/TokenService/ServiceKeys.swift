import JOSE
import JWTIssuing
import StrictCoding
import Velt

/// One key of the service and until when it is published.
struct ServiceKey: Sendable {
  let id: String
  let algorithm: SignatureAlgorithm
  let key: SigningKey
  /// When the last token that it signed was made; `nil` while it may still sign.
  var retiredAt: NumericDate?

  /// How long a verifier's clock may be behind, in seconds: a key is published so much longer than
  /// its last token lives.
  private static let margin: Int64 = 300

  /// Whether a token of the key may still live.
  func isPublished(at now: NumericDate) -> Bool {
    guard let retiredAt else { return true }
    return now < retiredAt.advanced(bySeconds: TokenWindow.length + Self.margin)
  }
}

/// The key that signs, and all whose tokens still live.
struct ServiceKeys: Sendable {
  let signer: TokenSigner
  /// The `kid` of the key that signs.
  let current: String
  private(set) var all: [ServiceKey]

  init(current: ServiceKey, all: [ServiceKey]) throws(SigningError) {
    signer = try TokenSigner(key: current.key, algorithm: current.algorithm, keyID: current.id)
    self.current = current.id
    self.all = all
  }

  /// Keeps the keys of an earlier configuration that this one no longer names: tokens that they
  /// signed until now must be verifiable until they expire.
  mutating func keep(_ earlier: ServiceKeys, at now: NumericDate) {
    for var key in earlier.all where key.isPublished(at: now) {
      guard !all.contains(where: { $0.id.utf8.elementsEqual(key.id.utf8) }) else { continue }
      key.retiredAt = key.retiredAt ?? now
      all.append(key)
    }
  }

  /// The JWK Set of the public halves (RFC 7517 §5); HMAC secrets have none and are left out.
  func publicSet(at now: NumericDate) -> JSONTree {
    let keys = all.filter { $0.isPublished(at: now) }.compactMap { key in
      (try? key.key.publicJWK(for: key.algorithm)) ?? nil
    }
    return ["keys": .array(keys)]
  }
}
