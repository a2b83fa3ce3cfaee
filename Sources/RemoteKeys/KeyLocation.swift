/// Where an issuer's keys are.
public enum KeyLocation: Equatable, Sendable {
  /// A JWK Set at this URL.
  case jwkSet(String)
  /// A JWK Set at the URL that the issuer's own description names (OpenID Connect Discovery §4),
  /// which is found below the issuer's URL.
  case discovery(issuer: String)
}
