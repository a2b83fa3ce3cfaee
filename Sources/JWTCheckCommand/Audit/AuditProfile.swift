import JWTValidation
import Velt

/// A kind of token that a standard or a service describes: the values of `--profile`.
package enum AuditProfile: String, CaseIterable, Sendable {
  /// An OAuth 2.0 access token (RFC 9068).
  case accessToken = "access-token"
  /// An OpenID Connect ID token.
  case idToken = "id-token"
  /// A token of the hosted service.
  case velt

  /// A policy that asks for what the profile asks for, too.
  ///
  /// - Parameter origin: the policy file, or `nil` if the policy is from options.
  func applied(
    to policy: ValidationPolicy, of origin: String?
  ) throws(CommandFailure) -> ValidationPolicy {
    var policy = policy
    switch self {
    case .accessToken:
      try checkNames(policy, origin)
      policy.addAccessTokenRules()
    case .idToken:
      try checkNames(policy, origin)
      policy.addIDTokenRules()
    case .velt:
      policy.addVeltRules()
      // A file says itself what becomes of `exp`.
      if origin == nil { policy.expiration = ValidationPolicy.endsByWindow }
    }
    return policy
  }

  /// What an ID token needs besides a policy. The client is the one audience, and the nonce of a
  /// sign-in long past is nobody's to know.
  func idTokenCheck(
    _ policy: ValidationPolicy, of origin: String?
  ) throws(CommandFailure) -> IDTokenCheck {
    let names: [String] =
      switch policy.audience {
      case .containing(let name): [name]
      case .containingOneOf(let names): names
      case .ignored: []
      }
    guard names.count == 1, let client = names.first else {
      throw failure("one audience, the client's ID", origin)
    }
    return IDTokenCheck(
      clientID: client, nonce: .notSent("an audit does not know the sessions"))
  }

  private func checkNames(
    _ policy: ValidationPolicy, _ origin: String?
  ) throws(CommandFailure) {
    if case .ignored = policy.issuer { throw failure("an issuer", origin) }
    if case .ignored = policy.audience { throw failure("an audience", origin) }
  }

  private func failure(_ missing: String, _ origin: String?) -> CommandFailure {
    CommandFailure(
      usage: "--profile \(rawValue) needs \(missing)",
      hint: origin.map { "say it in \($0)" } ?? "give --iss ISSUER and --aud AUDIENCE")
  }
}
