extension ClaimsSet {
  /// `exp`, if it is there and a time.
  package var expiration: NumericDate? { try? time(.exp) }
  /// `iss` as it is there.
  package var issuerValue: JSONValue? { self[.iss] }
  /// `jti` as it is there.
  package var tokenIDValue: JSONValue? { self[.jti] }
}
