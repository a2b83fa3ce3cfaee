package import JWTValidation

extension PolicyError: Worded {
  package var message: String {
    switch self {
    case .noAlgorithms: "no algorithm is allowed"
    case .mixedAlgorithms: "HMAC algorithms stand beside public-key algorithms"
    case .noUsableKey: "there is no key that an allowed algorithm can use"
    case .negativeDuration: "a leeway, lifetime or age is negative"
    case .key(let error): error.message
    }
  }

  package var hint: String? {
    switch self {
    case .noAlgorithms: "name the algorithms that the issuer uses"
    case .mixedAlgorithms:
      "make one verifier for each kind: a public key must never be taken for a secret"
    case .noUsableKey: "give a key of the type that the algorithm needs"
    case .negativeDuration: "give 0 or more"
    case .key(let error): error.hint
    }
  }
}
