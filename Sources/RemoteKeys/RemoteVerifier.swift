public import JWTValidation
import Synchronization

/// Verifies tokens with keys that their issuer publishes.
///
/// With the keys at hand it does not wait. Keys are fetched ahead of time while the old ones serve; a
/// token that names an unknown key causes a fetch, but only one in a while; and while the issuer's
/// server is down its keys stay in use for a bounded time. Where there are no keys that may be used,
/// the outcome is `.key(.keysUnavailable)`, which says nothing about the token.
///
/// Where the keys come from is settled here and never by a token: `jku`, `x5u`, `jwk` and `x5c` in its
/// header are not looked at.
///
/// ```swift
/// let verifier = try RemoteVerifier(
///   keys: .discovery(issuer: "https://id.example"), policy: policy, fetcher: fetcher)
/// let token = try await verifier.verify(text, at: now)
/// ```
///
/// No clock is read. The times of the calls tell how old the keys are, so they should be those of one
/// clock; if it is set back, keys are fetched anew.
public final class RemoteVerifier: RefreshableVerifierSource, IssuerVerifierSource {
  private let download: KeyDownload
  private let fetcher: any KeyFetcher
  private let policy: ValidationPolicy
  private let maximumByteCount: Int
  private let state: Mutex<RemoteKeyState>
  // What recognising a token asks for, so that it takes no lock: the verifier's number, and until when
  // it may be used.
  private let currentNumber = Atomic<UInt64>(0)
  private let usableUntil = Atomic<Int64>(.min)
  private let refreshTime = Atomic<Int64>(.min)

  /// Takes note of where the keys are; nothing is fetched yet.
  ///
  /// - Throws: `RemoteKeySetupError`.
  public init(
    keys location: KeyLocation, policy: ValidationPolicy,
    options: RemoteKeyOptions = RemoteKeyOptions(), fetcher: any KeyFetcher,
    maximumByteCount: Int = JWSVerifier.defaultMaximumByteCount
  ) throws(RemoteKeySetupError) {
    download = try KeyDownload(location, options)
    try location.check(against: policy)
    self.fetcher = fetcher
    self.policy = policy
    self.maximumByteCount = maximumByteCount
    state = Mutex(RemoteKeyState(options))
  }

  /// The issuers that are accepted; empty if any is.
  public var acceptedIssuers: [String] { policy.issuer.names }

  /// How fetching has been going.
  public var status: RemoteKeyStatus { state.withLock { $0.status } }

  /// Verifies a token, waiting for keys where that can help.
  ///
  /// - Throws: `VerificationFailure`; `.key(.keysUnavailable)` if there are no keys.
  public func verify(
    _ token: [UInt8], at now: NumericDate
  ) async throws(VerificationFailure) -> VerifiedToken {
    do throws(VerificationFailure) {
      return try verifier(for: token.span, at: now).verify(token.span, at: now)
    } catch {
      guard await refresh(after: error, for: token, at: now) else { throw error }
    }
    return try verifier(for: token.span, at: now).verify(token.span, at: now)
  }

  /// Verifies a token, waiting for keys where that can help.
  ///
  /// - Throws: `VerificationFailure`; `.key(.keysUnavailable)` if there are no keys.
  public func verify(
    _ token: String, at now: NumericDate
  ) async throws(VerificationFailure) -> VerifiedToken {
    try await verify(Array(token.utf8), at: now)
  }

  /// The verifier with the keys at hand; starts fetching newer ones if it is time, without waiting.
  ///
  /// - Throws: `VerificationFailure`; `.key(.keysUnavailable)` if there are none that may be used.
  public func verifier(
    for token: Span<UInt8>, at now: NumericDate
  ) throws(VerificationFailure) -> Verifier {
    let (verifier, isDue) = state.withLock { state in
      (now.seconds < state.usableUntil ? state.verifier : nil, state.needsRefresh(at: now.seconds))
    }
    guard let verifier else {
      // A token that no key could help must not cause a fetch.
      try JWSVerifier.checkBeforeKeys(token, policy.algorithms, limit: maximumByteCount)
      startFetch(at: now, isForUnknownKey: false)
      throw .key(.keysUnavailable)
    }
    if isDue { startFetch(at: now, isForUnknownKey: false) }
    return verifier
  }

  /// Whether the keys that a verifier has are those in use, and may still be used.
  public func isCurrent(_ generation: VerifierGeneration, at now: NumericDate) -> Bool {
    let isCurrent =
      generation.number == currentNumber.load(ordering: .acquiring)
      && now.seconds < usableUntil.load(ordering: .relaxed)
    if isCurrent, now.seconds >= refreshTime.load(ordering: .relaxed) {
      startFetch(at: now, isForUnknownKey: false)
    }
    return isCurrent
  }

  /// Fetches newer keys, or waits for a fetch that is under way, if keys are what was missing.
  ///
  /// The fetch goes on if the task that waits is cancelled: others may be waiting too.
  public func refresh(
    after failure: VerificationFailure, for token: [UInt8], at now: NumericDate
  ) async -> Bool {
    switch failure {
    case .key(.keysUnavailable): startFetch(at: now, isForUnknownKey: false)
    case .key(.unknownKeyID), .key(.noCompatibleKey): startFetch(at: now, isForUnknownKey: true)
    default: return false
    }
    await waitForFetch()
    // Even without a fetch the keys may have been changed by another task in the meantime.
    return state.withLock { $0.verifier != nil }
  }

  /// Fetches keys now, such as before the first request; whether there are keys afterwards.
  public func load(at now: NumericDate) async -> Bool {
    startFetch(at: now, isForUnknownKey: false)
    await waitForFetch()
    return state.withLock { now.seconds < $0.usableUntil }
  }

  /// Starts a fetch if one may be started.
  private func startFetch(at now: NumericDate, isForUnknownKey: Bool) {
    let isMine = state.withLock { state in
      guard state.mayFetch(at: now.seconds, isForUnknownKey: isForUnknownKey) else { return false }
      state.start(at: now.seconds)
      return true
    }
    guard isMine else { return }
    // Detached: it belongs to nobody's request, and nobody's cancellation ends it.
    Task.detached { await self.fetch() }
  }

  private func fetch() async {
    do throws(KeyFetchFailure) {
      let new = try await downloadedKeys()
      // The same text makes the same verifier: what was remembered under it still holds.
      let isSame = state.withLock { $0.isSame(new) }
      let verifier = isSame ? nil : try self.verifier(new.keys)
      finish { $0.finish(new, verifier) }
    } catch {
      finish { $0.fail(error) }
    }
  }

  private func downloadedKeys() async throws(KeyFetchFailure) -> DownloadedKeys {
    var download = download
    while true {
      let response: KeyFetchResponse
      do { response = try await fetcher.fetch(download.request) } catch { throw .noResponse }
      if let keys = try download.take(response) { return keys }
    }
  }

  private func verifier(_ keys: VerificationKeys) throws(KeyFetchFailure) -> Verifier {
    do throws(PolicyError) {
      return try Verifier(keys: keys, policy: policy, maximumByteCount: maximumByteCount)
    } catch {
      throw .unusable(error)
    }
  }

  /// Notes how a fetch ended, and wakes those who waited for it.
  private func finish(_ change: (inout RemoteKeyState) -> Void) {
    let waiters = state.withLock { state in
      change(&state)
      currentNumber.store(state.verifier?.generation.number ?? 0, ordering: .releasing)
      usableUntil.store(state.usableUntil, ordering: .relaxed)
      refreshTime.store(state.refreshTime, ordering: .relaxed)
      let waiters = state.waiters
      state.waiters = [:]
      return waiters
    }
    for waiter in waiters.values { waiter.resume() }
  }

  /// Waits until no fetch is under way, or the task is cancelled.
  func waitForFetch() async {
    let number = state.withLock { $0.nextWaiter() }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isWaiting = state.withLock { state in
          // A cancellation from before this line finds nobody to wake.
          guard state.isFetching, !Task.isCancelled else { return false }
          state.waiters[number] = continuation
          return true
        }
        if !isWaiting { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiters.removeValue(forKey: number) }?.resume()
    }
  }
}
