public import JOSE

/// Why a DPoP proof is not good, or not good for this request (RFC 9449 §4.3).
@nonexhaustive
public enum DPoPFailure: Error, Equatable, Sendable {
  /// There is no proof.
  case missing
  /// There is more than one.
  case several
  /// The proof has not the form of a JWT, or its header breaks a rule.
  case malformed(TokenError)
  /// The proof's header breaks rules of its own form; one with a private key in it is among them.
  case header([HeaderError])
  /// `typ` is not `dpop+jwt`.
  case wrongType
  /// The algorithm is not accepted; HMAC never is.
  case algorithmNotAllowed(name: String)
  /// The header holds no key.
  case keyMissing
  /// The key in the header cannot be used.
  case key(KeyError)
  /// The signature is not that of the key in the header.
  case signature(SignatureFailure)
  /// A claim is not there.
  case claimMissing(String)
  /// A claim is of the wrong type, or none of a time.
  case claim(ClaimFailure)
  /// The proof is for another method.
  case method
  /// The proof is for another URL.
  case url
  /// The proof is too old.
  case tooOld(age: Int64, limit: Int64)
  /// The proof is from the future.
  case inFuture
  /// The proof is for another access token, or for none.
  case otherToken
  /// The access token is bound to another key.
  case otherKey
  /// The access token is bound to no key.
  case tokenNotBound
  /// The proof lacks the nonce that the server asks for, or has another.
  case nonce
  /// The proof was used before.
  case replayed

  /// The stable name of the failure, part of the tools' output contract.
  public var code: String {
    switch self {
    case .missing: "dpop.missing"
    case .several: "dpop.several"
    case .malformed(let error): error.code
    case .header(let errors): errors.first?.code ?? "dpop.missing"
    case .wrongType: "dpop.typ"
    case .algorithmNotAllowed: "dpop.alg"
    case .keyMissing: "dpop.key-missing"
    case .key(let error): error.code
    case .signature(let failure): failure.code
    case .claimMissing: "dpop.claim-missing"
    case .claim(let failure): failure.code
    case .method: "dpop.htm"
    case .url: "dpop.htu"
    case .tooOld: "dpop.too-old"
    case .inFuture: "dpop.in-future"
    case .otherToken: "dpop.ath"
    case .otherKey: "dpop.jkt"
    case .tokenNotBound: "dpop.token-not-bound"
    case .nonce: "dpop.nonce"
    case .replayed: "dpop.replayed"
    }
  }
}
