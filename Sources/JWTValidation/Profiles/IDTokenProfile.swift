import JOSEKeys
import Libcrypto

extension ValidationPolicy {
  /// An ID token as a client takes it (OpenID Connect Core §3.1.3.7), except for what belongs to one
  /// sign-in; that is for `IDTokenCheck`.
  ///
  /// - Parameters:
  ///   - issuer: the OpenID provider, byte for byte.
  ///   - clientID: what the provider knows this client by.
  ///   - algorithms: those that are accepted.
  ///   - leeway: how far clocks may differ.
  public static func idToken(
    issuer: String, clientID: String, algorithms: [SignatureAlgorithm], leeway: Duration = .zero
  ) -> ValidationPolicy {
    var policy = ValidationPolicy(
      algorithms: algorithms, issuer: .exactly(issuer), audience: .containing(clientID),
      leeway: leeway)
    policy.addIDTokenRules()
    return policy
  }

  /// Asks for what every ID token has, besides issuer and audience.
  package mutating func addIDTokenRules() {
    expiration = .required
    require(["sub", "iat"])
  }
}

/// What must be true of an ID token besides the policy, for one client and one sign-in (OpenID
/// Connect Core §3.1.3.7).
///
/// ```swift
/// let token = try verifier.verify(text, at: now)
/// try IDTokenCheck(clientID: "app-1", nonce: .equal(to: session.nonce)).check(token)
/// ```
public struct IDTokenCheck: Sendable {
  /// What is asked of `nonce`.
  public enum Nonce: Sendable {
    /// It is the one that was sent.
    case equal(to: String)
    /// None was sent, for the reason given.
    case notSent(String)
  }

  /// What this client is known by.
  public let clientID: String
  /// What is asked of `nonce`.
  public let nonce: Nonce
  /// The access token that came with the ID token, which then must have its digest in `at_hash`;
  /// `nil` if none came or the ID token came from the token endpoint itself.
  public let accessToken: Redacted<String>?
  /// Who else may be among the token's audiences.
  public let trustedAudiences: [String]

  /// Makes a check. `nonce` has no default: leaving it out lets one session use another's token.
  public init(
    clientID: String, nonce: Nonce, accessToken: String? = nil, trustedAudiences: [String] = []
  ) {
    self.clientID = clientID
    self.nonce = nonce
    self.accessToken = accessToken.map(Redacted.init)
    self.trustedAudiences = trustedAudiences
  }

  /// Checks a token that a verifier has accepted.
  ///
  /// - Throws: `.claims` with everything that is wrong.
  public func check(_ token: VerifiedToken) throws(VerificationFailure) {
    let claims = token.claims.revealed
    let failures = [
      audienceFailure(claims), authorizedPartyFailure(claims), nonceFailure(claims),
      accessTokenFailure(claims, token.algorithm),
    ].compactMap(\.self)
    guard failures.isEmpty else { throw .claims(failures) }
  }

  /// Step 3: the token must not have audiences that are not trusted.
  private func audienceFailure(_ claims: JSONObject) -> ClaimFailure? {
    guard let value = claims["aud"] else { return .missing(claim: "aud") }
    let trusted = [clientID] + trustedAudiences
    let areTrusted = (value.array ?? [value]).allSatisfy { name in
      trusted.contains { name.isString($0) }
    }
    return areTrusted ? nil : .untrustedAudience
  }

  /// Steps 4 and 5: who the token was given to, if it says so, is this client; with several audiences
  /// it must say so.
  private func authorizedPartyFailure(_ claims: JSONObject) -> ClaimFailure? {
    guard let party = claims["azp"] else {
      return (claims["aud"]?.array ?? []).count > 1 ? .missing(claim: "azp") : nil
    }
    return party.isString(clientID) ? nil : .authorizedPartyMismatch
  }

  /// Step 11.
  private func nonceFailure(_ claims: JSONObject) -> ClaimFailure? {
    guard case .equal(let sent) = nonce else { return nil }
    guard let value = claims["nonce"] else { return .missing(claim: "nonce") }
    return value.isString(sent) ? nil : .nonceMismatch
  }

  /// §3.1.3.8: the left half of the digest by the hash of the token's own algorithm.
  private func accessTokenFailure(
    _ claims: JSONObject, _ algorithm: SignatureAlgorithm
  ) -> ClaimFailure? {
    guard let accessToken else { return nil }
    guard let value = claims["at_hash"] else { return .missing(claim: "at_hash") }
    guard let hash = algorithm.accessTokenHash,
      let digest = try? Digest.bytes(hash, of: accessToken.revealed.utf8.span),
      value.isString(Base64URL.encode(digest.span.extracting(..<(digest.count / 2))))
    else { return .accessTokenHashMismatch }
    return nil
  }
}

extension SignatureAlgorithm {
  /// The hash for `at_hash`. That of Ed448 is none of libcrypto's hash functions for JOSE, and no
  /// provider is known to use it, so such a token is refused where an access token came with it.
  fileprivate var accessTokenHash: HashFunction? {
    switch scheme {
    case .hmac(let hash), .rsaPKCS1(let hash), .rsaPSS(let hash), .ecdsa(_, let hash):
      hash.function
    case .edwards: self == .ed448 ? nil : .sha512
    }
  }
}
