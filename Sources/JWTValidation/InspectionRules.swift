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
    for name in registeredClaims {
      guard let value = claims[name] else { continue }
      let type = RegisteredType(of: name)
      if !type.accepts(value.kind) {
        let failure = ClaimFailure.wrongType(claim: name, expected: type.kinds, found: value.kind)
        found.append(.unusableClaim(failure))
      } else if value.kind == .array, let failure = AudienceRule.typeFailure(value) {
        found.append(.unusableClaim(failure))
      } else if type == .time {
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

  /// The registered claims (RFC 7519 §4.1).
  private static let registeredClaims = ["exp", "nbf", "iat", "iss", "sub", "aud", "jti"]

  /// What a registered claim holds.
  private enum RegisteredType {
    case time, text, textOrList

    init(of claim: String) {
      self =
        switch claim {
        case "exp", "nbf", "iat": .time
        case "aud": .textOrList
        default: .text
        }
    }

    func accepts(_ kind: JSONValue.Kind) -> Bool {
      switch self {
      case .time: kind == .number
      case .text: kind == .string
      case .textOrList: kind == .string || kind == .array
      }
    }

    var kinds: [JSONValue.Kind] {
      switch self {
      case .time: [.number]
      case .text: [.string]
      case .textOrList: [.string, .array]
      }
    }
  }

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
