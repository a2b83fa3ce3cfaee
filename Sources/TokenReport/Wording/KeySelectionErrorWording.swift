package import JWTValidation

extension KeySelectionError: Worded {
  package var message: String {
    switch self {
    case .unsecured: "the header says \"alg\": \"none\": nobody signed the token"
    case .algorithmNotAllowed("", let allowed):
      "the header's \"alg\" is empty; allowed: \(Self.list(allowed))"
    case .algorithmNotAllowed(let name, let allowed):
      "the algorithm \(ShownName.quoted(name)) is not allowed; allowed: \(Self.list(allowed))"
    case .unknownKeyID(let name): "no key has the token's \"kid\" \(ShownName.quoted(name))"
    case .ambiguousKeyID(let name, let count):
      "\(count) keys have the token's \"kid\" \(ShownName.quoted(name))"
    case .keyNotForAlgorithm(let keyID, let algorithm):
      "the key \(ShownName.quoted(keyID)) is not for \(algorithm.name)"
    case .noCompatibleKey(let algorithm): "no key can be used with \(algorithm.name)"
    case .keyIDNeeded(let limit):
      "more than \(limit) keys could have signed the token, and no \"kid\" says which"
    case .unknownIssuer: "no keys are known for the issuer that the token names"
    case .issuerNeeded: "the token names no issuer, and each issuer has keys of its own"
    case .keysUnavailable: "the issuer's keys cannot be had at the moment"
    }
  }

  package var hint: String? {
    switch self {
    case .unsecured: "refuse it: anybody can write such a token"
    case .algorithmNotAllowed:
      "allow the algorithm only if the issuer says that it uses it; the token's word does not count"
    case .unknownKeyID:
      "load the issuer's keys again: it may have changed them; or it is no issuer of yours"
    case .ambiguousKeyID: "give each key a \"kid\" of its own"
    case .keyNotForAlgorithm:
      "check both: the issuer names the wrong key, or somebody changed the algorithm"
    case .noCompatibleKey: "give the key that the issuer uses with this algorithm"
    case .keyIDNeeded: "have the issuer write \"kid\" and give each key its own, or give fewer keys"
    case .unknownIssuer:
      "compare with the issuers of the policy letter by letter; if it is none of them, refuse it"
    case .issuerNeeded: "have the issuer name itself in \"iss\", as a string"
    case .keysUnavailable: "try again later: the token may well be good"
    }
  }

  private static func list(_ algorithms: [SignatureAlgorithm]) -> String {
    algorithms.map(\.name).joined(separator: ", ")
  }
}
