public import Velt

/// How the token of a token endpoint is compared with the request for it.
public struct RequestProfile: Sendable {
  /// Where claims are looked up.
  public let locations: ClaimLocations
  /// How far clocks may differ; `nil` for the default of the 48-hour window.
  public let leeway: Duration?
  /// Whether a token is refused where its signature cannot be checked.
  public let requiresSignature: Bool
}
