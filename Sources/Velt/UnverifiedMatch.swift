/// A token that says what was requested. Who made it is not known, so it proves nothing.
///
/// It is worth something only where the token came straight from the endpoint over TLS, which is
/// the thought behind OpenID Connect Core §3.1.3.7 (6).
public struct UnverifiedMatch: Equatable, Sendable {
  /// What was looked at.
  public let record: TokenCheckRecord
}
