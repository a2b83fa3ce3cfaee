public import JOSE
public import JWTValidation

/// Checks that a token of the service is what was requested, goes with the identify call, lives
/// within its 48 hours and, if there is a key, is signed with it.
///
/// ```swift
/// let check = TokenCheck(request: request, verifier: verifier)
/// switch check.check(token, at: now) {
/// case .matchedAndVerified(let token): use(token)
/// case .matched(let match): warn(match.record.findings)  // no key: nobody knows who made it
/// case .refused(let refusal): deny(refusal.verifyTokenCode)
/// }
/// ```
public struct TokenCheck: Sendable {
  /// What was requested.
  public let request: TokenRequest
  /// What the front end hands to `identify()`, if that is to be compared too.
  public let identify: IdentifyCall?
  /// Where claims are looked up.
  public let locations: ClaimLocations
  /// How far clocks may differ.
  public let leeway: Duration
  /// When the token was requested, if it is said to have just been requested.
  public var requestedAt: NumericDate?
  /// Whether a token is refused if there is no key to check its signature with.
  public let requiresSignature: Bool
  /// Checks signatures; `nil` if no key is known.
  public var verifier: JWSVerifier?
  /// What else the claims must be like; `nil` if nothing else is asked for.
  public let claims: ClaimsValidator?

  /// Makes a check; one value can be used for any number of tokens.
  public init(
    request: TokenRequest, identify: IdentifyCall? = nil, locations: ClaimLocations = .likely,
    leeway: Duration = TokenWindow.defaultLeeway, requestedAt: NumericDate? = nil,
    requiresSignature: Bool = false, verifier: JWSVerifier? = nil,
    claims: ClaimsValidator? = nil
  ) {
    self.request = request
    self.identify = identify
    self.locations = locations
    self.leeway = leeway
    self.requestedAt = requestedAt
    self.requiresSignature = requiresSignature
    self.verifier = verifier
    self.claims = claims
  }

  /// Checks one token.
  ///
  /// A text that is no token ends the check at once. Everything else is collected: a bad signature
  /// does not hide that the token is for another organization.
  public func check(_ token: [UInt8], at now: NumericDate) -> TokenCheckOutcome {
    // 1. What stands where a token belongs, and has its form.
    if let mistake = TokenMistake(token) {
      return .refused(Refusal(record: TokenCheckRecord(onlyFindings: [.mistake(mistake)])))
    }
    let inspection = Inspection(of: token)
    guard let claims = inspection.claims, !inspection.findings.contains(where: \.isAboutForm)
    else {
      let errors = inspection.findings.filter { $0.severity == .error }
      let findings = errors.map { VeltFinding.validation($0) }
      return .refused(Refusal(record: TokenCheckRecord(onlyFindings: findings)))
    }
    // 2. Who made it, if that can be known.
    let signature = SignatureCheck(
      token, inspection, verifier: verifier, isRequired: requiresSignature)
    // 3. What it says: the request, the identify call, the times.
    let record = TokenCheckRecord(
      signature: signature,
      request: RequestMatch(request, claims: claims, locations: locations),
      identify: identify.map { IdentifyMatch($0, claims: claims, locations: locations) },
      window: TokenWindow(
        claims: claims, at: now, leeway: leeway, requestedAt: requestedAt),
      policy: inspection.header.flatMap { header in
        self.claims?.failures(in: claims, header: header, at: now)
      })
    // 4. The verdict: one error is enough to refuse.
    guard !record.findings.contains(where: { $0.severity == .error }) else {
      return .refused(Refusal(record: record))
    }
    guard case .valid(let payload) = signature.result else {
      return .matched(UnverifiedMatch(record: record))
    }
    return .matchedAndVerified(VeltToken(request: request, payload: payload, record: record))
  }
}

extension Finding {
  /// Whether the text is not even readable as a token.
  fileprivate var isAboutForm: Bool {
    if case .token = self { true } else { false }
  }
}
