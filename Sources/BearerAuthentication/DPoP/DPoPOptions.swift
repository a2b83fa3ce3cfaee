public import JWTValidation

/// What is asked of DPoP proofs.
public struct DPoPOptions: Sendable {
  /// A nonce that the server hands out and asks back (RFC 9449 §9), so that proofs cannot be made in
  /// advance.
  public enum Nonce: Sendable {
    /// Proofs need none.
    case notAsked
    /// Proofs need one.
    ///
    /// - `current`: the nonce to hand out at a time.
    /// - `accepts`: whether a nonce was handed out and is still good; several may be.
    case asked(
      current: @Sendable (NumericDate) -> String,
      accepts: @Sendable (_ nonce: String, NumericDate) -> Bool)
  }

  /// The algorithms that proofs may be signed with; HMAC is none of them.
  public var algorithms: [SignatureAlgorithm]
  /// How long a proof may be used, in seconds from its `iat`: 1 minute. So long a proof is remembered.
  public var maximumAge: Int64
  /// How far ahead the client's clock may run, in seconds: 5.
  public var leeway: Int64
  /// Whether a nonce is asked for.
  public var nonce: Nonce
  /// The largest proof that is looked at: 8 KiB; an RSA key of 16 384 bits and its signature fit.
  public var maximumByteCount: Int

  /// What most services want, with the parts given replaced.
  public init(
    algorithms: [SignatureAlgorithm], maximumAge: Int64 = 60, leeway: Int64 = 5,
    nonce: Nonce = .notAsked, maximumByteCount: Int = 8_192
  ) {
    self.algorithms = algorithms
    self.maximumAge = maximumAge
    self.leeway = leeway
    self.nonce = nonce
    self.maximumByteCount = maximumByteCount
  }

  /// Refuses what could accept nothing, or anything.
  func check() throws(BearerSetupError) {
    guard !algorithms.isEmpty, !algorithms.contains(where: \.isSymmetric), maximumAge > 0,
      leeway >= 0, maximumByteCount > 0
    else { throw .proofs }
  }
}
