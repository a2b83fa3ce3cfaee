public import JOSE

/// A token that was checked against the request for it.
public struct ClientToken: Equatable, Sendable {
  /// The token, for the front end; never printed with this value.
  public let revealed: String
  /// When it ends, without leeway: the earlier of `exp` and 48 hours after `iat`.
  public let endsAt: NumericDate
  /// Whether a key of the settings says who made it.
  public let isVerified: Bool

  init(_ token: [UInt8], end: NumericDate, isVerified: Bool) {
    revealed = String(decoding: token, as: UTF8.self)
    endsAt = end
    self.isVerified = isVerified
  }

  func lives(at now: NumericDate, margin: Duration) -> Bool {
    now.advanced(bySeconds: max(0, margin.components.seconds)) < endsAt
  }
}

extension ClientToken: CustomStringConvertible, CustomReflectable {
  /// Never the token.
  public var description: String { "<token>" }
  /// Never the token.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
