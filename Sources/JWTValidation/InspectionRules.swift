/// What an inspection notices in a header and in claims that could be read.
enum InspectionRules {
  static func observe(_ header: JOSEHeader) -> [Finding] {
    var found: [Observation] = []
    if header.isUnsecured {
      found.append(.unsecured)
    } else if header.algorithm == nil, header.parameters["alg"]?.kind == .string {
      found.append(.unknownAlgorithm(String(decoding: header.algorithmName, as: UTF8.self)))
    }
    for parameter in ["jwk", "jku", "x5u", "x5c"] where header.parameters[parameter] != nil {
      found.append(.keyInHeader(parameter: parameter))
    }
    return found.map { .observation($0) }
  }

  static func observe(_ claims: JSONObject, at now: NumericDate?) -> [Finding] {
    var found: [Observation] = []
    if claims["exp"] == nil { found.append(.neverExpires) }
    for (name, expected) in registeredTypes {
      guard let value = claims[name] else { continue }
      if !expected.contains(value.kind) {
        let failure = ClaimFailure.wrongType(claim: name, expected: expected, found: value.kind)
        found.append(.unusableClaim(failure))
      } else if value.kind == .array, let failure = AudienceRule.typeFailure(value) {
        found.append(.unusableClaim(failure))
      } else if expected == [.number] {
        do {
          let time = try TimeClaim.read(value, claim: name)
          if let now { found += observe(time, claim: name, now: now) }
        } catch {
          found.append(.unusableClaim(error))
        }
      }
    }
    return found.map { .observation($0) }
  }

  /// The types of the registered claims (RFC 7519 §4.1).
  private static let registeredTypes: [(name: String, kinds: [JSONValue.Kind])] = [
    ("exp", [.number]), ("nbf", [.number]), ("iat", [.number]), ("iss", [.string]),
    ("sub", [.string]), ("aud", [.string, .array]), ("jti", [.string]),
  ]

  private static func observe(
    _ time: NumericDate, claim: String, now: NumericDate
  ) -> [Observation] {
    switch claim {
    case "exp" where now >= time: [.expired(at: time)]
    case "nbf" where now < time: [.notYetValid(from: time)]
    case "iat" where now < time: [.issuedInFuture(at: time)]
    default: []
    }
  }
}
