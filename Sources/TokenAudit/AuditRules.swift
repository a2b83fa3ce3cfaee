package import JWTValidation
package import PolicyFile
package import StrictCoding
package import Velt

/// What tokens are judged by.
///
/// Each thread has rules of its own: what two threads share makes both wait.
package enum AuditRules: Sendable {
  /// Nothing but whether a token can be read.
  case form
  /// A policy.
  case policy(PolicyVerifier)
  /// A policy, and for each of its entries what an ID token needs besides.
  case idToken(PolicyVerifier, [IDTokenCheck])
  /// The request for each token.
  case request(RequestRules)
}

/// How tokens are compared with what was requested.
package struct RequestRules: Sendable {
  /// Where the request is.
  package enum Source: Sendable {
    /// One request for all tokens.
    case given(TokenRequest)
    /// In the token's record, at this place.
    case member(JSONPointer)
  }

  let source: Source
  let requestedAt: NumericDate?
  let chooser: PolicyVerifier?
  let checks: [@Sendable (TokenRequest) -> TokenCheck]

  /// States the rules.
  ///
  /// - Parameters:
  ///   - source: where the request is.
  ///   - requestedAt: when the tokens were requested, if they are said to have just been.
  ///   - chooser: chooses among the checks by the token's issuer; `nil` where there is one check.
  ///   - checks: make the check for a request, one for each entry of a policy.
  package init(
    _ source: Source, requestedAt: NumericDate?, chooser: PolicyVerifier?,
    checks: [@Sendable (TokenRequest) -> TokenCheck]
  ) {
    self.source = source
    self.requestedAt = requestedAt
    self.chooser = chooser
    self.checks = checks
  }
}
