import JWTValidation
import VectorSupport

/// One row of a file in `TestVectors/jwt`, read as its README describes it.
struct VectorRow: Sendable {
  private let members: JSONObject
  let name: String

  /// Reads a row; a member that no reader knows is an error, so that a slip cannot hide a rule.
  private init(_ members: JSONObject) throws {
    self.members = members
    name = try members.text("name")
    try Self.check(
      members,
      "name", "token", "keys", "policy", "at", "maximumByteCount", "expect", "expectKey", "form",
      "expectInspection")
  }

  /// The rows of a file, which is read once.
  static func all(_ file: String) throws -> [VectorRow] {
    try required(files[file], file).get()
  }

  private static let files = Dictionary(
    uniqueKeysWithValues: ["verify", "setup", "inspect"].map { file in
      (file, Result { try VectorFile("jwt/\(file).json").vectors.map { try VectorRow($0) } })
    })

  var expect: [String] { get throws { try members.texts("expect") } }
  var expectInspection: [String] { get throws { try members.texts("expectInspection") } }
  var expectKey: Int? { members["expectKey"]?.number?.integer(as: Int.self) }
  var form: String { get throws { try members.text("form") } }
  var at: NumericDate? { get throws { try members.optionalDate("at") } }

  var maximumByteCount: Int {
    members["maximumByteCount"]?.number?.integer(as: Int.self)
      ?? JWSVerifier.defaultMaximumByteCount
  }

  /// The text of the token, or its pieces one after another, each so many times.
  var token: [UInt8] {
    get throws {
      if let text = members["token"]?.stringBytes { return text }
      return try required(members["token"]?.array, "token").flatMap { piece in
        let piece = try required(piece.object, "a piece")
        let times = try required(piece["times"]?.number?.integer(as: Int.self), "times")
        return Array(repeatElement(Array(try piece.text("text").utf8), count: times).joined())
      }
    }
  }

  /// A verifier as the row wants it, with more keys if there are any.
  ///
  /// - Throws: `PolicyError`, of keys too.
  func verifier(
    with more: [VerificationKeys] = [], _ change: (inout ValidationPolicy) -> Void = { _ in }
  ) throws -> Verifier {
    var policy = try policy
    change(&policy)
    let algorithms = policy.algorithms
    let asked = try required(members["keys"]?.array, "keys").map {
      try Self.keys(try required($0.object, "a key"), algorithms: algorithms)
    }
    var keys = (asked + more)[...]
    guard var all = keys.popFirst() else {
      return try Verifier(
        keys: .jwks(Array(#"{"keys":[]}"#.utf8)), policy: policy,
        maximumByteCount: maximumByteCount)
    }
    while let next = keys.popFirst() { all = all + next }
    return try Verifier(keys: all, policy: policy, maximumByteCount: maximumByteCount)
  }

  private static func check(_ object: JSONObject, _ names: String...) throws {
    for member in object where !names.contains(member.name) {
      throw VectorError(missing: "a reader of \(member.name)")
    }
  }
}

extension VectorRow {
  fileprivate static func keys(
    _ key: JSONObject, algorithms: [SignatureAlgorithm]
  ) throws -> VerificationKeys {
    try check(key, "form", "text", "base64url", "keyID", "anyLength")
    let bytes =
      try key["text"]?.stringBytes ?? Base64URL.decode(Array(try key.text("base64url").utf8).span)
    let length = key["anyLength"]?.string.map { VerificationKeys.SecretLength.any($0) }
    let keyID = key["keyID"]?.string
    switch try key.text("form") {
    case "secret": return try .secret(bytes, keyID: keyID, length: length ?? .atLeastHash)
    case "jwks": return try .jwks(bytes, secretLength: length ?? .atLeastHash)
    case "pem": return try .pem(bytes, keyID: keyID)
    case "der": return try .der(bytes, keyID: keyID)
    case "detect":
      return try .detecting(bytes, for: algorithms, secretLength: length ?? .atLeastHash)
    default: throw VectorError(missing: "a known form")
    }
  }

  /// What the row does not ask for is waived.
  fileprivate var policy: ValidationPolicy {
    get throws {
      let asked = try required(members["policy"]?.object, "policy")
      try Self.check(
        asked, "algorithms", "issuer", "audience", "expiration", "lifetime", "maximumAge",
        "subject", "type", "requiredClaims", "claimRules", "leeway")
      let waived = "the vector does not ask"
      var policy = ValidationPolicy(
        algorithms: try asked.texts("algorithms").map {
          try required(SignatureAlgorithm(named: $0.utf8), $0)
        },
        issuer: .ignored(waived), audience: .ignored(waived))
      if let issuer = asked["issuer"] {
        policy.issuer =
          try issuer.string.map { .exactly($0) } ?? .oneOf(try asked.texts("issuer"))
      }
      if let audience = asked["audience"] {
        policy.audience =
          try audience.string.map { .containing($0) } ?? .containingOneOf(asked.texts("audience"))
      }
      if asked["expiration"]?.boolean == false { policy.expiration = .notRequired(waived) }
      if let limit = try asked.duration("lifetime") { policy.lifetime = .atMost(limit) }
      policy.maximumAge = try asked.duration("maximumAge")
      policy.subject = try asked["subject"].map { try required($0.string, "subject") }
      if asked["type"] != nil { policy.type = .exactly(try asked.text("type")) }
      if asked["requiredClaims"] != nil {
        policy.requiredClaims = try asked.texts("requiredClaims")
      }
      policy.claimRules = try (asked["claimRules"]?.array ?? []).map {
        try rule(try required($0.object, "a rule"))
      }
      if let leeway = try asked.duration("leeway") { policy.leeway = leeway }
      return policy
    }
  }
}

extension VectorRow {
  fileprivate func rule(_ object: JSONObject) throws -> ClaimRule {
    try Self.check(object, "at", "equals", "oneOf", "contains", "containsWord")
    let requirement: ClaimRule.Requirement
    if let value = object["equals"] {
      requirement = .equals(try Self.value(value))
    } else if let values = object["oneOf"] {
      requirement = .oneOf(try required(values.array, "oneOf").map(Self.value))
    } else if let value = object["contains"] {
      requirement = .contains(try Self.value(value))
    } else {
      requirement = .containsWord(try object.text("containsWord"))
    }
    return ClaimRule(try JSONPointer(try object.text("at")), requirement)
  }

  private static func value(_ value: JSONValue) throws -> ClaimRule.Value {
    if let text = value.string { return .string(text) }
    if let boolean = value.boolean { return .boolean(boolean) }
    return .integer(try required(value.number?.integer(), "a value"))
  }
}

extension JSONObject {
  fileprivate func duration(_ name: String) throws -> Duration? {
    try self[name].map { .seconds(try required($0.number?.integer(as: Int64.self), name)) }
  }
}
