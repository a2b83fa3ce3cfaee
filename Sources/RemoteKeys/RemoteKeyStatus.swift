public import JWTValidation

/// How fetching keys has been going, for metrics and logs.
public struct RemoteKeyStatus: Equatable, Sendable {
  /// Fetches that were started.
  public internal(set) var fetches = 0
  /// Fetches that brought no keys.
  public internal(set) var failures = 0
  /// Fetches that brought other keys than before.
  public internal(set) var changes = 0
  /// Why the last fetch failed; `nil` if it did not.
  public internal(set) var lastFailure: KeyFetchFailure?
  /// When the fetch that brought the keys in use, or found them unchanged, was started.
  public internal(set) var fetchedAt: NumericDate?
  /// Until when the keys in use are fresh.
  public internal(set) var freshUntil: NumericDate?
  /// The number of keys in use.
  public internal(set) var keyCount = 0
  /// The keys of the set that cannot be used, and why.
  public internal(set) var skipped: [SkippedKey] = []
}
