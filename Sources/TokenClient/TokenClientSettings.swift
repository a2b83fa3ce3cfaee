public import JWTValidation
public import Velt

/// How a client checks tokens and how long it keeps them.
public struct TokenClientSettings: Sendable {
  /// Checks signatures; `nil` if no key is known.
  public var verifier: JWSVerifier?
  /// Whether a token is refused if there is no key to check its signature with.
  public var requiresSignature = false
  /// Where claims are looked up.
  public var locations = ClaimLocations.likely
  /// How far clocks may differ.
  public var leeway = TokenWindow.defaultLeeway
  /// How long a token must still live to be handed out: longer than any page that it is put into
  /// takes to use it.
  public var margin: Duration = .seconds(300)
  /// The most tokens that are kept.
  public var maximumCount = 10_000

  /// The values that are written beside each property.
  public init() {}
}
