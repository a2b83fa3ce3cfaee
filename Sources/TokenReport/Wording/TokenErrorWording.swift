package import JOSE

extension TokenError: Worded {
  package var message: String {
    switch self {
    case .empty: "there is no token: the text is empty"
    case .tooLarge(let count, let limit):
      "the text has \(count) bytes, more than the limit of \(limit) for a token"
    case .payloadPresent:
      "the payload part is not empty, although the payload was given apart from the token"
    case .segmentCount(1): "the text has no dots; a signed token has three parts between dots"
    case .segmentCount(let count):
      "the text has \(count) parts between dots; a signed token has three"
    case .encrypted: "the text has five parts: it is an encrypted token (JWE), not a signed one"
    case .jsonSerialization: "the text is JSON; a token has the compact form, three parts and dots"
    case .encoding(let segment, let error): error.message(in: "the \(segment.rawValue) part")
    case .json(let segment, let error): error.message(in: "the decoded \(segment.rawValue)")
    case .notAnObject(let segment, let found):
      "the decoded \(segment.rawValue) is \(found.foundWords) where a JSON object is needed"
    }
  }

  package var hint: String? {
    switch self {
    case .empty: "check the place the token was taken from: nothing was there"
    case .tooLarge: "check that this is a token: servers refuse headers beyond 8 to 64 KiB"
    case .payloadPresent:
      "leave the middle part empty, or let it hold the payload and give no other"
    case .segmentCount(1):
      "check that this is a JWT: session identifiers and API keys look like this"
    case .segmentCount(2):
      "copy the whole token again: its last part is missing (an unsigned token still ends in a dot)"
    case .segmentCount: "copy exactly one token, without anything around it"
    case .encrypted: "decrypt it first, or ask the issuer for a signed token"
    case .jsonSerialization: "take the token out of the JSON around it"
    case .encoding(_, let error): error.hint
    case .json(_, let error): error.hint
    case .notAnObject(.header, _): "the header is an object with at least \"alg\" (RFC 7515 §4)"
    case .notAnObject: "a JWT carries an object of claims; other payloads are JWS but no JWT"
    }
  }
}
