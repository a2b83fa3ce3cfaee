/// A token whose signature is good and whose claims satisfy the policy of the verifier that made it.
///
/// Having one is the proof: only `Verifier` makes it, at the end of all checks.
public struct VerifiedToken: Sendable {
  private let accepted: AcceptedSignature
  /// The claims.
  public private(set) var claims: ClaimsSet

  /// Called in one place, at the end of `Verifier.verify`.
  init(afterAllChecks accepted: AcceptedSignature, claims: ClaimsSet) {
    self.accepted = accepted
    self.claims = claims
  }

  /// The header.
  public var header: JOSEHeader { accepted.header.header }
  /// The algorithm the signature was checked with.
  public var algorithm: SignatureAlgorithm { accepted.header.algorithm }
  /// The key the signature was checked with.
  public var key: MatchedKey { accepted.key }

  /// `iss` (RFC 7519 §4.1.1).
  public var issuer: Redacted<String>? { string(.iss) }
  /// `sub` (RFC 7519 §4.1.2).
  public var subject: Redacted<String>? { string(.sub) }
  /// `jti` (RFC 7519 §4.1.7).
  public var id: Redacted<String>? { string(.jti) }
  /// `aud` (RFC 7519 §4.1.3), one name or several.
  public var audience: Redacted<[String]>? {
    guard let value = claims[.aud] else { return nil }
    return Redacted(value.array?.compactMap(\.string) ?? [value].compactMap(\.string))
  }
  /// `exp` (RFC 7519 §4.1.4).
  public var expiresAt: NumericDate? { time(.exp) }
  /// `nbf` (RFC 7519 §4.1.5).
  public var notBefore: NumericDate? { time(.nbf) }
  /// `iat` (RFC 7519 §4.1.6).
  public var issuedAt: NumericDate? { time(.iat) }

  /// Decodes the claims into a type of the caller's; see `ClaimsSet.decode(as:)`.
  public func claims<Claims: Decodable>(as type: Claims.Type) throws -> Claims {
    try claims.decode(as: type)
  }

  /// The token without the bytes of its signature, which lie behind the claims until then: what is
  /// left cannot be used as a token by whoever gets to see the memory.
  package var withoutSignature: VerifiedToken {
    var copy = self
    copy.claims = ClaimsSet(claims.revealed.separated)
    return copy
  }

  private func string(_ claim: RegisteredClaim) -> Redacted<String>? {
    claims.string(claim).map(Redacted.init)
  }

  private func time(_ claim: RegisteredClaim) -> NumericDate? { try? claims.time(claim) }
}

extension VerifiedToken: CustomStringConvertible, CustomReflectable {
  /// Algorithm, key and the names of the claims.
  public var description: String {
    "VerifiedToken(\(algorithm.name), key: \(key.keyID ?? "#\(key.index)"), \(claims))"
  }
  /// Algorithm, key and the names of the claims.
  public var customMirror: Mirror { Mirror(self, children: ["token": description]) }
}
