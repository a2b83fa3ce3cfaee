public import JWTValidation

/// From the header fields `Authorization` and `DPoP` to a verified token or a rejection: for access
/// tokens that are bound to a key of the client (RFC 9449), which are no use to whoever steals them.
///
/// ```swift
/// let authenticator = try DPoPAuthenticator(
///   verifier: verifier, store: store, proofs: DPoPOptions(algorithms: [.es256]))
/// let token = try await authenticator.authenticate(
///   authorization: header, proofs: fields["DPoP"], method: "GET", url: url, at: now)
/// ```
///
/// The URL must be the one that the client asked for: behind a gateway that is the gateway's, and not
/// what is to be read from the request that came through it. Where a nonce is asked for, put
/// `nonce(at:)` into the header field `DPoP-Nonce` of every answer.
public struct DPoPAuthenticator: Sendable {
  private let stages: BearerStages
  private let bearer: AsyncBearerAuthenticator
  private let store: any TokenStore
  private let proofs: DPoPOptions

  /// Puts the parts together.
  ///
  /// - Parameters:
  ///   - verifier: as for `AsyncBearerAuthenticator`.
  ///   - store: remembers proofs that were used, and knows which tokens were revoked.
  ///   - proofs: what is asked of proofs.
  ///   - options: how to behave besides.
  /// - Throws: `BearerSetupError` for options that contradict each other.
  public init(
    verifier: any VerifierSource, store: any TokenStore, proofs: DPoPOptions,
    options: BearerOptions = BearerOptions()
  ) throws(BearerSetupError) {
    try proofs.check()
    stages = try BearerStages(
      verifier, options, hasStore: true,
      scheme: .dpop(algorithms: proofs.algorithms.map(\.name)))
    bearer = AsyncBearerAuthenticator(stages: stages, store: store)
    self.store = store
    self.proofs = proofs
  }

  /// The value of the header field `DPoP-Nonce`; `nil` if no nonce is asked for.
  public func nonce(at now: NumericDate) -> String? {
    if case .asked(let current, _) = proofs.nonce { current(now) } else { nil }
  }

  /// Authenticates a request.
  ///
  /// - Parameters:
  ///   - value: the value of `Authorization`, `nil` if there is none.
  ///   - fields: the values of all header fields `DPoP`, of which there may be only one.
  ///   - method: the method of the request, exactly as it came.
  ///   - url: the URL that the client asked for.
  ///   - now: the time.
  ///   - requirements: what the token must allow.
  /// - Throws: `Rejection`, with the answer.
  public func authenticate(
    authorization value: String?, proofs fields: [String], method: String, url: String,
    at now: NumericDate, requiring requirements: AccessRequirements = .none
  ) async throws(Rejection) -> VerifiedToken {
    // 1. Exactly one token, and one proof for it.
    guard let value else { throw stages.rejection(.noToken) }
    let range = try stages.tokenRange(in: value.utf8.span)
    let proof: DPoPProof
    do throws(DPoPFailure) {
      guard let field = fields.first else { throw .missing }
      guard fields.count == 1 else { throw .several }
      proof = try DPoPProof(field, method: method, url: url, options: proofs, at: now)
      guard proof.isFor(value.utf8.span.extracting(range)) else { throw .otherToken }
    } catch {
      throw stages.rejection(error)
    }
    // 2. The token is good and not revoked.
    let token = try await bearer.authenticate(authorization: value, at: now)
    // 3. It is bound to the key that made the proof.
    do { try proof.checkBinding(of: token) } catch { throw stages.rejection(error) }
    // 4. The proof was not used before.
    if let failure = try await useFailure(proof, at: now) { throw stages.rejection(failure) }
    // 5. The token allows what is asked for.
    try stages.authorize(token, requirements)
    return token
  }

  private func useFailure(
    _ proof: DPoPProof, at now: NumericDate
  ) async throws(Rejection) -> DPoPFailure? {
    do throws(TokenStoreFailure) {
      guard let identity = proof.identity else { throw .unavailable }
      // A second more, since the age is counted in whole ones.
      let end = proof.issuedAt.advanced(bySeconds: proofs.maximumAge + 1)
      return try await store.markUsed(identity, until: end, at: now) ? nil : .replayed
    } catch {
      guard let reason = stages.reason(error) else { return nil }
      throw stages.rejection(reason)
    }
  }
}
