package import JWTValidation

extension Observation: Worded {
  package var message: String {
    switch self {
    case .unsecured: KeySelectionError.unsecured.message
    case .unknownAlgorithm(let name):
      "the algorithm \(ShownName.quoted(name)) is not one that can be verified here"
    case .keyInHeader(let parameter):
      "the header brings a key or the way to one (\(ShownName.quoted(parameter))),"
        + " which is not used"
    case .expired(let date): "expired at \(ShownTime.utc(date))"
    case .notYetValid(let date): "not valid before \(ShownTime.utc(date))"
    case .issuedInFuture(let date): "issued in the future, at \(ShownTime.utc(date))"
    case .unusableClaim(let failure): failure.message
    case .audienceNotChecked: "the token is for a certain audience, which nobody compared"
    case .neverExpires: "the token has no \"exp\": it never expires"
    }
  }

  package var hint: String? {
    switch self {
    case .unsecured: "never accept it: anybody can write such a token"
    case .unknownAlgorithm: "compare the name letter by letter: case matters"
    case .keyInHeader:
      "verify with a key that you have from elsewhere: whoever made the token chose this one"
    case .expired: "get a new token before use"
    case .notYetValid: "wait, or compare the clocks"
    case .issuedInFuture: "compare the clocks of both machines; if they agree, the time is made up"
    case .unusableClaim(let failure): failure.hint
    case .audienceNotChecked:
      "say which audience is expected: a token for another service is not for this one"
    case .neverExpires: ClaimFailure.missing(claim: "exp").hint
    }
  }
}
