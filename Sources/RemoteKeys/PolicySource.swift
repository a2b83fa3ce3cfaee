public import JWTValidation
public import PolicyFile

/// The verifiers of a policy file of which some have keys that are fetched: what bearer authentication
/// takes.
///
/// ```swift
/// let source = try file.source(keys: keys) { _ in fetcher }
/// _ = await source.load(at: now)  // before the first request, if you like
/// ```
public struct PolicySource: RefreshableVerifierSource {
  private let source: any VerifierSource
  /// The verifiers whose keys are fetched, in the order of the file, for their status.
  public let remoteVerifiers: [RemoteVerifier]

  init(_ source: any VerifierSource, _ remoteVerifiers: [RemoteVerifier]) {
    self.source = source
    self.remoteVerifiers = remoteVerifiers
  }

  /// Fetches the keys of all issuers at the same time; whether there are keys of each afterwards.
  public func load(at now: NumericDate) async -> Bool {
    await withTaskGroup(of: Bool.self) { group in
      for verifier in remoteVerifiers { group.addTask { await verifier.load(at: now) } }
      return await group.reduce(true) { $0 && $1 }
    }
  }

  /// The verifier that a token falls to.
  ///
  /// - Throws: `VerificationFailure` if there is none.
  public func verifier(
    for token: Span<UInt8>, at now: NumericDate
  ) throws(VerificationFailure) -> Verifier { try source.verifier(for: token, at: now) }

  /// Whether a verifier of that number is still in use.
  public func isCurrent(_ generation: VerifierGeneration, at now: NumericDate) -> Bool {
    source.isCurrent(generation, at: now)
  }

  /// Gets newer keys if that could change the outcome of a verification.
  public func refresh(
    after failure: VerificationFailure, for token: [UInt8], at now: NumericDate
  ) async -> Bool {
    guard let source = source as? any RefreshableVerifierSource else { return false }
    return await source.refresh(after: failure, for: token, at: now)
  }
}

extension PolicyFile {
  /// A source of verifiers for tokens of all issuers of the file; nothing is fetched yet.
  ///
  /// - Parameters:
  ///   - keys: the keys of each entry, in the order of the entries; those of entries whose keys are
  ///     fetched are not looked at.
  ///   - fetcher: gives what fetches the keys of an entry.
  /// - Throws: `PolicyError` if an entry whose keys are not fetched has none that its algorithms can
  ///   use.
  public func source(
    keys: [VerificationKeys], fetcher: (PublishedKeys) -> any KeyFetcher
  ) throws(PolicyError) -> PolicySource {
    guard keys.count == entries.count else { throw .noUsableKey() }
    var sources: [any IssuerVerifierSource] = []
    var remoteVerifiers: [RemoteVerifier] = []
    for (entry, keys) in zip(entries, keys) {
      if let published = entry.publishedKeys {
        // Reading the file has seen to it that this can be set up.
        guard
          let verifier = try? RemoteVerifier(
            keys: published.location, policy: entry.policy, options: published.options,
            fetcher: fetcher(published))
        else { throw .noUsableKey() }
        remoteVerifiers.append(verifier)
        sources.append(verifier)
      } else {
        sources.append(try Verifier(keys: keys, policy: entry.policy))
      }
    }
    return PolicySource(
      hasIssuers ? try MultiIssuerSource(sources) : sources[0], remoteVerifiers)
  }
}
