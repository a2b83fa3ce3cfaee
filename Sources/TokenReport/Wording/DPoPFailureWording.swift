package import JWTValidation

extension DPoPFailure: Worded {
  package var message: String {
    switch self {
    case .missing: "there is no proof that the client has the token's key"
    case .several: "there is more than one proof"
    case .malformed(let error): error.message
    case .header(let errors): errors.first?.message ?? "the proof's header is not good"
    case .wrongType: "the proof's \"typ\" is not \"dpop+jwt\""
    case .algorithmNotAllowed(let name):
      "the algorithm \(ShownName.quoted(name)) is not allowed for proofs"
    case .keyMissing: "the proof's header holds no key"
    case .key(let error): error.message
    case .signature(let failure): failure.message
    case .claimMissing(let name): "the proof has no \(ShownName.quoted(name))"
    case .claim(let failure): failure.message
    case .method: "the proof is for another method (htm)"
    case .url: "the proof is for another URL (htu)"
    case .tooOld(let age, let limit):
      "the proof is \(DurationText.words(age)) old; allowed are \(DurationText.words(limit))"
    case .inFuture: "the proof was made in the future (iat)"
    case .otherToken: "the proof is not for this access token (ath)"
    case .otherKey: "the access token is bound to another key (cnf.jkt)"
    case .tokenNotBound: "the access token is bound to no key (cnf.jkt)"
    case .nonce: "the proof lacks the nonce that the server asks for"
    case .replayed: "the proof was used before (jti)"
    @unknown default: code
    }
  }

  package var hint: String? {
    switch self {
    case .missing: "send it in the header field DPoP"
    case .several: "send one header field DPoP, for this request"
    case .malformed(let error): error.hint
    case .header(let errors): errors.first?.hint
    case .wrongType: "a token of another kind is no proof, whoever signed it"
    case .algorithmNotAllowed: "use one that the challenge names; HMAC is never one"
    case .keyMissing: "put the public key into \"jwk\""
    case .key(let error): error.hint
    case .signature(let failure): failure.hint
    case .claimMissing: "a proof has jti, htm, htu and iat, and with a token ath"
    case .claim(let failure): failure.hint
    case .method, .url: "make a proof for each request, with its method and its URL"
    case .tooOld, .inFuture: "make a proof for each request, and set the clock"
    case .otherToken: "put the base64url of the SHA-256 of the token's text into \"ath\""
    case .otherKey: "sign proofs with the key that the token was asked for with"
    case .tokenNotBound: "have the token made for a key, or use it as a bearer token"
    case .nonce: "put the value of the header field DPoP-Nonce into \"nonce\" and try again"
    case .replayed: "make a proof for each request, with a jti of its own"
    @unknown default: nil
    }
  }
}
