/// How bearer authentication behaves, besides what it accepts.
public struct BearerOptions: Sendable {
  /// How often one token may be used.
  public enum TokenUse: Equatable, Sendable {
    /// Until it expires.
    case manyTimes
    /// Once; the store remembers it until it expires.
    case once
  }

  /// What happens while a store cannot answer.
  public enum StoreFailure: Equatable, Sendable {
    /// Every token is refused with 503.
    case refuse
    /// Tokens are accepted although they may have been revoked or used, for the reason given.
    case accept(String)
  }

  /// The largest token that is looked at: 16 KiB, twice what nginx takes in one header field, and
  /// less than any other gateway measured.
  public static let defaultMaximumByteCount = 16_384

  /// The `realm` of challenges; `nil` leaves it out.
  public var realm: String?
  /// The largest token that is looked at, in bytes.
  public var maximumByteCount: Int
  /// Remembers tokens that were verified; worth it for public-key algorithms, since a hit takes less
  /// time than an HMAC but not by much.
  public var cache: TokenCache?
  /// How often one token may be used.
  public var tokenUse: TokenUse
  /// What happens while the store cannot answer.
  public var storeFailure: StoreFailure
  /// Whether a token that is bound to a key (`cnf.jkt`) is refused as a mere bearer token: a service
  /// that takes proofs too must do so (RFC 9449 §7.2), or the binding is worth nothing.
  public var refusesBoundTokens: Bool

  /// The behaviour that most services want, with the parts given replaced.
  public init(
    realm: String? = nil, maximumByteCount: Int = defaultMaximumByteCount,
    cache: TokenCache? = nil, tokenUse: TokenUse = .manyTimes,
    storeFailure: StoreFailure = .refuse, refusesBoundTokens: Bool = false
  ) {
    self.realm = realm
    self.maximumByteCount = maximumByteCount
    self.cache = cache
    self.tokenUse = tokenUse
    self.storeFailure = storeFailure
    self.refusesBoundTokens = refusesBoundTokens
  }
}
