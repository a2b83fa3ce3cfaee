/// The few claims of a token that those who judge many need, so that the claims themselves can go.
package struct ClaimsOverview: Sendable {
  /// `exp`, if it is there and a time.
  package let expiration: NumericDate?
  /// `iss` as it is there.
  package let issuer: JSONValue?
  /// `jti` as it is there.
  package let tokenID: JSONValue?

  @inline(__always)
  fileprivate init(_ claims: ClaimsSet) {
    expiration = try? claims.time(.exp)
    issuer = claims[.iss]
    tokenID = claims[.jti]
  }
}

// Asked of the token and not of its claims: who takes these out of a token copies them.

extension VerifiedToken {
  /// What is looked at first.
  package var overview: ClaimsOverview { ClaimsOverview(claims) }
}

extension UnverifiedToken {
  /// What is looked at first, believed or not.
  package var overview: ClaimsOverview { ClaimsOverview(claims) }
}
