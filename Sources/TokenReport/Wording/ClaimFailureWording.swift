package import JWTValidation

extension ClaimFailure: Worded {
  package var message: String {
    switch self {
    case .missing("typ"): "the header has no \"typ\" that is a string"
    case .missing(let claim): "the token has no \(ShownName.quoted(claim))"
    case .wrongType(let claim, let expected, let found):
      "\(ShownName.quoted(claim)) has \(found.foundWords)"
        + " where \(Self.words(expected)) is needed"
    case .outOfRange(let claim): "\(ShownName.quoted(claim)) is a number beyond any date"
    case .milliseconds(let claim, let value):
      "\(ShownName.quoted(claim)) has \(String(value.seconds).utf8.count) digits: it was written in"
        + " milliseconds (\(ShownTime.utc(NumericDate(seconds: value.seconds / 1000)))), not seconds"
    case .expired(let date, let now):
      "expired \(ShownTime.ago(date, now)), at \(ShownTime.utc(date))"
    case .notYetValid(let date, let now):
      "not valid yet: valid in \(ShownTime.distance(now, date)), from \(ShownTime.utc(date))"
    case .issuedInFuture(let date, let now):
      "issued \(ShownTime.distance(now, date)) in the future, at \(ShownTime.utc(date))"
    case .tooOld(let age, let limit):
      "issued \(ShownTime.exceeding(age, limit).length) ago;"
        + " at most \(ShownTime.exceeding(age, limit).limit) are allowed"
    case .lifetimeTooLong(let lifetime, let limit):
      "made to live \(ShownTime.exceeding(lifetime, limit).length);"
        + " at most \(ShownTime.exceeding(lifetime, limit).limit) are allowed"
    case .expiresBeforeIssued(let issuedAt, let expiresAt) where issuedAt == expiresAt:
      "expires at the moment it was issued, \(ShownTime.utc(expiresAt))"
    case .expiresBeforeIssued(let issuedAt, let expiresAt):
      "expires at \(ShownTime.utc(expiresAt)), \(ShownTime.distance(expiresAt, issuedAt)) before"
        + " it was issued, at \(ShownTime.utc(issuedAt))"
    case .issuerMismatch([]): "no issuer is accepted at all"
    case .issuerMismatch(let accepted):
      "\"iss\" is not an accepted issuer; accepted: \(ShownName.quoted(accepted))"
    case .audienceMismatch([]): "no audience is accepted at all"
    case .audienceMismatch(let accepted):
      "\"aud\" names no accepted audience; accepted: \(ShownName.quoted(accepted))"
    case .subjectMismatch: "\"sub\" is not the accepted subject"
    case .notEqual(let pointer, let value):
      "\(ShownName.pointer(pointer)) is not \(value.shown)"
    case .notOneOf(let pointer, let values):
      "\(ShownName.pointer(pointer)) is none of \(values.map(\.shown).joined(separator: ", "))"
    case .notContaining(let pointer, let value):
      "\(ShownName.pointer(pointer)) does not contain \(value.shown)"
    case .authorizedPartyMismatch: "\"azp\" names another client"
    case .nonceMismatch: "\"nonce\" is not the one that was sent with the request"
    case .accessTokenHashMismatch: "\"at_hash\" is not the digest of the access token"
    case .untrustedAudience: "\"aud\" names others besides this client"
    case .typeMismatch(let accepted): "the header's \"typ\" is not \(ShownName.quoted(accepted))"
    }
  }

  package var hint: String? {
    switch self {
    case .missing("exp"): "have the issuer set it: without it a stolen token is good for ever"
    case .missing("iat"): "have the issuer set it: without it the token's age cannot be told"
    case .missing("aud"): "have the issuer name the service the token is for"
    case .missing("iss"): "have the issuer name itself"
    case .missing("typ"): "have the issuer write the \"typ\" of its kind of token"
    case .missing: "have the issuer set it, or do not require it"
    case .wrongType(_, [.number], .string):
      "write the seconds since 1970 as a number, without quotes"
    case .wrongType(_, [.number], _): "write the seconds since 1970 as a number"
    case .wrongType: "have the issuer write it with the type that RFC 7519 §4.1 gives it"
    case .outOfRange: "write the seconds since 1970 as a number"
    case .milliseconds: "divide by 1000 where the token is made: RFC 7519 counts seconds"
    case .expired: "get a new token; if it should still live, compare the clocks"
    case .notYetValid: "wait, or compare the clocks"
    case .issuedInFuture: "compare the clocks of both machines; if they agree, the time is made up"
    case .tooOld: "get a new token"
    case .lifetimeTooLong: "have the issuer set an earlier \"exp\""
    case .expiresBeforeIssued: "correct the issuer: \"exp\" must be later than \"iat\""
    case .issuerMismatch([]): "name the issuers whose tokens are accepted"
    case .issuerMismatch:
      "compare letter by letter, a final slash included; or the token comes from somebody else"
    case .audienceMismatch([]): "name the audiences whose tokens are accepted"
    case .audienceMismatch: "use a token made for this service: this one is for another"
    case .subjectMismatch: "use the token of the right subject; case matters"
    case .notEqual, .notOneOf, .notContaining:
      "use a token with the value that the policy asks for; type and letter case matter"
    case .authorizedPartyMismatch: "use a token that was made for this client"
    case .nonceMismatch: "start the sign-in anew: this token is the answer to another request"
    case .accessTokenHashMismatch: "refuse both tokens: they were not made together"
    case .untrustedAudience: "name the others as trusted if they are, or refuse the token"
    case .typeMismatch: "use the right kind of token: an ID token is no access token"
    }
  }

  private static func words(_ kinds: [JSONValue.Kind]) -> String {
    kinds == [.string, .array]
      ? "a string or an array of strings" : kinds.map(\.words).joined(separator: " or ")
  }
}

extension ClaimRule.Value {
  /// The value of a policy as JSON, cut where it is long.
  package var shown: String {
    switch self {
    case .string(let text): ShownName.quoted(text)
    case .integer(let number): String(number)
    case .boolean(let boolean): boolean ? "true" : "false"
    }
  }
}
