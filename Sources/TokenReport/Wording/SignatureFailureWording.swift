package import JWTValidation

extension SignatureFailure: Worded {
  package var message: String {
    switch self {
    case .missing: "the signature part is empty"
    case .wrongLength(let expected, let found):
      "the signature has \(found) bytes; the algorithm and key give it \(expected)"
    case .invalid(let keysTried) where keysTried > 1:
      "the signature fits none of the \(keysTried) keys that could have made it"
    case .invalid: "the signature does not fit the key and the token's text"
    }
  }

  package var hint: String? {
    switch self {
    case .missing: "refuse it: somebody cut the signature off, or never made one"
    case .wrongLength:
      "check the key first: another one gives another length; ECDSA is r and s joined, not DER"
    case .invalid:
      "check that the key is the issuer's current one, byte for byte; else the token was changed"
    }
  }
}
