/// The key under which a signature was found good.
public struct MatchedKey: Equatable, Sendable {
  /// The position among the verifier's keys, from 0.
  public let index: Int
  /// The key's own `kid`, if it has one.
  public let keyID: String?
}
