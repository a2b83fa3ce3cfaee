/// What a token must be like to be accepted, besides having a good signature.
///
/// Nothing is read from the token to decide what to check. What weakens the policy is spelled out
/// with a reason (`.ignored("…")`, `.notRequired("…")`), so that it can be searched for and shows up
/// in reports.
///
/// ```swift
/// let policy = ValidationPolicy(
///   algorithms: [.es256],
///   issuer: .exactly("https://id.example"),
///   audience: .containing("orders-api"),
///   lifetime: .atMost(.seconds(172_800)))
/// ```
public struct ValidationPolicy: Sendable {
  /// Which issuers are accepted (`iss`, RFC 7519 §4.1.1).
  public enum Issuer: Equatable, Sendable {
    /// This one and no other, byte for byte.
    case exactly(String)
    /// One of these, byte for byte. Prefer one verifier per issuer where their keys differ.
    case oneOf([String])
    /// Any or none, for the reason given.
    case ignored(String)

    /// The issuers that are accepted; empty if any is.
    package var names: [String] {
      switch self {
      case .exactly(let issuer): [issuer]
      case .oneOf(let issuers): issuers
      case .ignored: []
      }
    }
  }

  /// Which audience the token must be meant for (`aud`, RFC 7519 §4.1.3).
  public enum Audience: Equatable, Sendable {
    /// This name must be among the token's audiences, byte for byte.
    case containing(String)
    /// At least one of these names must be among the token's audiences.
    case containingOneOf([String])
    /// Any or none, for the reason given.
    case ignored(String)
  }

  /// Whether `exp` must be there (RFC 7519 §4.1.4); where it is there it is always checked.
  public enum Expiration: Equatable, Sendable {
    case required
    /// A token without `exp` is accepted for ever, for the reason given.
    case notRequired(String)
  }

  /// The longest time between `iat` and `exp`.
  public enum Lifetime: Equatable, Sendable {
    /// At most so long; both claims must then be there. Fractions of a second are dropped.
    case atMost(Duration)
    /// Any, for the reason given.
    case ignored(String)
    /// Any; nobody asked for a limit.
    case unlimited
  }

  /// Which kind of token is accepted: the media type in the header's `typ` (RFC 8725 §3.11).
  public enum TokenType: Equatable, Sendable {
    /// This one, with or without `application/`, in any letter case.
    case exactly(String)
    /// Any or none, for the reason given.
    case ignored(String)
    /// Any or none; nobody asked for one.
    case any
  }

  /// The algorithms that are accepted. Never empty, and never HMAC beside public-key algorithms.
  public var algorithms: [SignatureAlgorithm]
  /// Which issuers are accepted.
  public var issuer: Issuer
  /// Which audience the token must be meant for.
  public var audience: Audience
  /// Whether `exp` must be there.
  public var expiration: Expiration
  /// The longest time between `iat` and `exp`.
  public var lifetime: Lifetime
  /// The longest time since `iat`, which must then be there; `nil` for any.
  public var maximumAge: Duration?
  /// The one subject that is accepted (`sub`); `nil` for any or none.
  public var subject: String?
  /// Which kind of token is accepted.
  public var type: TokenType
  /// Further claims that must be there, with any value but `null`.
  public var requiredClaims: [String]
  /// What values of claims must be like, besides the registered ones above.
  public var claimRules: [ClaimRule]
  /// How far clocks may differ, applied to every time: whole seconds, at least 0.
  public var leeway: Duration

  /// Makes a policy. Algorithms, issuer and audience have no default: leaving one out should be a
  /// decision somebody can read.
  public init(
    algorithms: [SignatureAlgorithm], issuer: Issuer, audience: Audience,
    expiration: Expiration = .required, lifetime: Lifetime = .unlimited,
    maximumAge: Duration? = nil, subject: String? = nil, type: TokenType = .any,
    requiredClaims: [String] = [], claimRules: [ClaimRule] = [], leeway: Duration = .zero
  ) {
    self.algorithms = algorithms
    self.issuer = issuer
    self.audience = audience
    self.expiration = expiration
    self.lifetime = lifetime
    self.maximumAge = maximumAge
    self.subject = subject
    self.type = type
    self.requiredClaims = requiredClaims
    self.claimRules = claimRules
    self.leeway = leeway
  }
}
