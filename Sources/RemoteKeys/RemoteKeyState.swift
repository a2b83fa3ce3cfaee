import JWTValidation

/// What is known of the keys, and when to ask again. A value without a clock: every decision follows
/// from it and from a time that is given.
struct RemoteKeyState: Sendable {
  /// So far may the times of two callers lie apart; a larger step back means that the clock was set.
  private static let clockStep: Int64 = 60

  private let options: RemoteKeyOptions
  private(set) var verifier: Verifier?
  /// The JWK Set as text, to see whether it has changed.
  private var text: [UInt8] = []
  private var fetchedAt: Int64 = 0
  private var lifetime: Int64 = 0
  private var lastStart: Int64?
  private(set) var isFetching = false
  private(set) var failuresInRow = 0
  private(set) var status = RemoteKeyStatus()
  /// Who waits for the fetch that is under way.
  var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]
  private var lastWaiter: UInt64 = 0

  init(_ options: RemoteKeyOptions) { self.options = options }

  /// Until when the keys may be used, in seconds: as long as they are fresh, and while newer ones
  /// cannot be had some time longer.
  var usableUntil: Int64 {
    guard verifier != nil else { return .min }
    return fetchedAt + lifetime + (failuresInRow > 0 ? options.maximumOutage : 0)
  }

  /// The time at which newer keys should be fetched ahead.
  var refreshTime: Int64 { fetchedAt + lifetime * options.refreshAheadPercent / 100 }

  /// Whether newer keys should be fetched.
  func needsRefresh(at now: Int64) -> Bool {
    verifier == nil || now >= refreshTime || now < fetchedAt - Self.clockStep
  }

  /// Whether a fetch may be started.
  ///
  /// - Parameter isForUnknownKey: whether the only reason is a token that names an unknown key.
  func mayFetch(at now: Int64, isForUnknownKey: Bool) -> Bool {
    guard !isFetching else { return false }
    guard let lastStart, now >= lastStart - Self.clockStep else { return true }
    var pause: Int64 = isForUnknownKey ? options.coolDown : 0
    if failuresInRow > 0 {
      let doublings = min(failuresInRow - 1, 30)
      pause = max(pause, min(options.maximumBackOff, options.firstBackOff << Int64(doublings)))
    }
    return now >= lastStart + pause
  }

  /// A fetch starts.
  mutating func start(at now: Int64) {
    isFetching = true
    lastStart = now
    status.fetches += 1
  }

  /// A fetch brought keys. Lifetimes count from its start, so that a slow server makes nothing last
  /// longer.
  mutating func finish(_ download: DownloadedKeys, _ newVerifier: Verifier?) {
    isFetching = false
    failuresInRow = 0
    status.lastFailure = nil
    if let newVerifier {
      verifier = newVerifier
      text = download.text
      status.changes += 1
      status.keyCount = download.keys.count
      status.skipped = download.keys.skipped
    }
    fetchedAt = lastStart ?? 0
    lifetime = min(
      max(download.lifetime ?? options.defaultLifetime, options.minimumLifetime),
      options.maximumLifetime)
    status.fetchedAt = NumericDate(seconds: fetchedAt)
    status.freshUntil = NumericDate(seconds: fetchedAt).advanced(bySeconds: lifetime)
  }

  /// A fetch brought none.
  mutating func fail(_ failure: KeyFetchFailure) {
    isFetching = false
    failuresInRow += 1
    status.failures += 1
    status.lastFailure = failure
  }

  /// Whether a document is the one that the keys in use are from.
  func isSame(_ download: DownloadedKeys) -> Bool { verifier != nil && text == download.text }

  /// A number for one more who waits.
  mutating func nextWaiter() -> UInt64 {
    lastWaiter += 1
    return lastWaiter
  }
}
