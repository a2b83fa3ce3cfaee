public import KeyPublication

/// Gets documents over HTTPS, by whatever HTTP client the program has.
///
/// It must check certificates, must not follow redirects, and must end by itself after a time limit
/// of its own: nothing here waits less long than it takes.
public protocol KeyFetcher: Sendable {
  /// Gets one document.
  ///
  /// - Throws: whatever the client throws if there is no response; it counts as a failure and is not
  ///   looked at.
  func fetch(_ request: KeyFetchRequest) async throws -> KeyFetchResponse
}
