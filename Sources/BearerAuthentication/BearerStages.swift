import JWTValidation

/// A token that was found good, from memory or anew.
struct AcceptedBearer: Sendable {
  let token: VerifiedToken
  let window: ValidityWindow
  /// What stores know the token by, if that has been computed.
  let knownIdentity: TokenIdentity?

  /// What stores know the token by.
  func identity(_ text: Span<UInt8>) throws(TokenStoreFailure) -> TokenIdentity {
    guard let identity = knownIdentity ?? TokenIdentity(token, text) else { throw .unavailable }
    return identity
  }
}

/// What both authenticators do, the one that waits and the one that does not.
struct BearerStages: Sendable {
  let source: any VerifierSource
  let isSingleUse: Bool
  private let options: BearerOptions
  private let challenge: BearerChallenge
  private let hasStore: Bool
  private let scheme: AuthenticationScheme
  // A member, because what a function returns is counted, by all threads at one place.
  private let schemeName: [UInt8]

  init(
    _ source: any VerifierSource, _ options: BearerOptions, hasStore: Bool,
    scheme: AuthenticationScheme = .bearer
  ) throws(BearerSetupError) {
    guard options.tokenUse == .manyTimes || hasStore else { throw .storeNeeded }
    self.source = source
    self.options = options
    self.hasStore = hasStore
    isSingleUse = options.tokenUse == .once
    self.scheme = scheme
    schemeName = scheme.loweredName
    challenge = try BearerChallenge(scheme, realm: options.realm)
  }

  /// Where in a header field the token stands.
  func tokenRange(in value: Span<UInt8>) throws(Rejection) -> Range<Int> {
    switch BearerCredentials.find(
      in: value, limit: options.maximumByteCount, scheme: schemeName)
    {
    case .token(let range): return range
    case .refused(let reason): throw rejection(reason)
    }
  }

  /// Verifies a token, or recognises one that was verified before.
  func accept(
    _ token: Span<UInt8>, at now: NumericDate
  ) throws(VerificationFailure) -> AcceptedBearer {
    // Without a digest there is nothing to know the token by again.
    guard let cache = options.cache, let digest = ByteDigest(of: token) else {
      let verifier = try source.verifier(for: token, at: now)
      return accepted(try verifier.verify(token, at: now), by: verifier, token)
    }
    if let entry = cache.find(digest, at: now, for: source) { return entry }
    let verifier = try source.verifier(for: token, at: now)
    let fresh = accepted(try verifier.verify(token, at: now).withoutSignature, by: verifier, token)
    cache.insert(fresh, digest, verifier.generation, at: now)
    return fresh
  }

  private func accepted(
    _ token: VerifiedToken, by verifier: Verifier, _ text: Span<UInt8>
  ) -> AcceptedBearer {
    AcceptedBearer(
      token: token, window: verifier.window(of: token),
      knownIdentity: hasStore ? TokenIdentity(token, text) : nil)
  }

  /// Refuses a good token that does not allow what is asked for.
  func authorize(
    _ token: VerifiedToken, _ requirements: AccessRequirements
  ) throws(Rejection) {
    if case .bearer = scheme, options.refusesBoundTokens,
      DPoPProof.boundThumbprint(token.claims) != nil
    {
      throw rejection(.claimsRefused)
    }
    guard let reason = requirements.unmet(by: token.claims) else { return }
    throw Rejection(
      reason: reason, failure: nil,
      wwwAuthenticate: challenge.text(reason, scopes: requirements.scopes))
  }

  /// The reason to refuse a token that a store could not be asked about; `nil` to accept it.
  func reason(_ failure: TokenStoreFailure) -> Rejection.Reason? {
    options.storeFailure == .refuse ? .storeUnavailable : nil
  }

  /// A rejection for a reason that needs no more words.
  func rejection(_ reason: Rejection.Reason) -> Rejection {
    Rejection(reason: reason, failure: nil, wwwAuthenticate: challenge.text(reason))
  }

  /// A rejection of a proof that was not found good.
  func rejection(_ failure: DPoPFailure) -> Rejection {
    let reason: Rejection.Reason = failure == .nonce ? .proofNonceNeeded : .invalidProof
    return Rejection(
      reason: reason, failure: nil, proofFailure: failure, wwwAuthenticate: challenge.text(reason))
  }

  /// A rejection of a token that was not found good.
  func rejection(_ failure: VerificationFailure) -> Rejection {
    let reason = Rejection.Reason(failure)
    return Rejection(reason: reason, failure: failure, wwwAuthenticate: challenge.text(reason))
  }
}
