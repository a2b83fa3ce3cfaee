import JWTValidation
import Velt

/// Reads what a policy file says about one issuer.
struct EntryReader {
  private let reader: MemberReader
  private let isAlone: Bool
  private var waivers: [Waiver] = []

  /// The most seconds that clocks of servers differ; more is a decision that needs a reason.
  static let usualLeeway: Int64 = 300
  /// A leeway beyond a day makes `exp` meaningless.
  static let largestLeeway: Int64 = 86_400
  /// A hundred years: a number beyond it is a slip.
  static let longest: Int64 = 3_155_760_000

  private static let members = [
    "description", "issuer", "audience", "algorithms", "keys", "expiration", "lifetime", "maxAge",
    "leeway", "subject", "typ", "required", "claims", "request",
  ]

  private init(_ reader: MemberReader, isAlone: Bool) throws(PolicyFileError) {
    self.reader = reader
    self.isAlone = isAlone
    try reader.expectOnly(
      (isAlone ? ["$schema", "version", "issuers"] : []) + Self.members)
  }

  /// Reads an entry.
  ///
  /// - Parameter isAlone: whether the entry is the whole file.
  static func entry(_ reader: MemberReader, isAlone: Bool) throws(PolicyFileError) -> PolicyEntry {
    var entry = try EntryReader(reader, isAlone: isAlone)
    return try entry.read()
  }

  private mutating func read() throws(PolicyFileError) -> PolicyEntry {
    let algorithms = try algorithms()
    var policy = ValidationPolicy(
      algorithms: algorithms, issuer: try issuer(), audience: try audience(),
      expiration: try expiration(), lifetime: try lifetime(),
      claimRules: try ClaimRuleReader.rules(reader.optional("claims")))
    policy.maximumAge = try reader.optional("maxAge").map {
      (member) throws(PolicyFileError) in .seconds(try member.seconds(1...Self.longest))
    }
    policy.leeway = try leeway(reader.optional("leeway")) ?? .zero
    policy.subject = try reader.optionalString("subject")
    policy.type = try type()
    policy.requiredClaims =
      try reader.optional("required").map {
        (member) throws(PolicyFileError) in try member.strings()
      } ?? []
    var (keys, published): ([KeyReference], PublishedKeys?) = ([], nil)
    if let member = reader.optional("keys") {
      if member.value.kind == .object {
        published = try PublishedKeyReader.keys(member, for: policy)
      } else {
        keys = try KeyReferenceReader.references(member, algorithms: algorithms)
      }
    }
    for key in keys {
      if let reason = key.shortSecretReason {
        waivers.append(Waiver(subject: .shortSecret, reason: reason, place: key.place))
      }
    }
    let request = try request()
    var places: [String: PolicyPlace] = [:]
    for (name, _, member) in reader.all { places[name] = member.place }
    return PolicyEntry(
      policy: policy, keys: keys, publishedKeys: published, request: request, waivers: waivers,
      summary: try reader.optionalString("description"), pointer: reader.whole.pointer,
      offset: reader.whole.offset, places: places)
  }

  private func algorithms() throws(PolicyFileError) -> [SignatureAlgorithm] {
    let member = try reader.required("algorithms")
    var algorithms: [SignatureAlgorithm] = []
    for element in try member.elements() {
      let name = try element.string()
      guard let algorithm = SignatureAlgorithm(named: name.utf8) else {
        throw element.error(.unknownWord(known: SignatureAlgorithm.allCases.map(\.name)))
      }
      guard !algorithms.contains(algorithm) else { throw element.error(.duplicate) }
      algorithms.append(algorithm)
    }
    guard Set(algorithms.map(\.isSymmetric)).count == 1 else {
      throw member.error(.policy(.mixedAlgorithms))
    }
    return algorithms
  }

  private mutating func issuer() throws(PolicyFileError) -> ValidationPolicy.Issuer {
    let member = try reader.required("issuer")
    switch member.value.kind {
    case .object:
      let reason = try waive(.issuer, member, "ignored", or: [.string, .array])
      guard isAlone else { throw member.error(.policy(.issuerNotNamed)) }
      return .ignored(reason)
    case .array: return .oneOf(try member.strings())
    default: return .exactly(try member.string(or: [.array, .object]))
    }
  }

  private mutating func audience() throws(PolicyFileError) -> ValidationPolicy.Audience {
    let member = try reader.required("audience")
    switch member.value.kind {
    case .object:
      return .ignored(try waive(.audience, member, "ignored", or: [.string, .array]))
    case .array: return .containingOneOf(try member.strings())
    default: return .containing(try member.string(or: [.array, .object]))
    }
  }

  private mutating func expiration() throws(PolicyFileError) -> ValidationPolicy.Expiration {
    guard let member = reader.optional("expiration") else { return .required }
    if member.value.kind == .object {
      return .notRequired(try waive(.expiration, member, "notRequired", or: [.string]))
    }
    try member.word("required", or: [.object])
    return .required
  }

  private mutating func lifetime() throws(PolicyFileError) -> ValidationPolicy.Lifetime {
    guard let member = reader.optional("lifetime") else { return .unlimited }
    if member.value.kind == .object {
      return .ignored(try waive(.lifetime, member, "unlimited", or: [.number]))
    }
    return .atMost(.seconds(try member.seconds(1...Self.longest, or: [.object])))
  }

  private mutating func type() throws(PolicyFileError) -> ValidationPolicy.TokenType {
    guard let member = reader.optional("typ") else { return .any }
    if member.value.kind == .object {
      return .ignored(try waive(.typ, member, "ignored", or: [.string]))
    }
    return .exactly(try member.string(or: [.object]))
  }

  private mutating func leeway(_ member: Member?) throws(PolicyFileError) -> Duration? {
    guard let member else { return nil }
    guard member.value.kind == .object else {
      let seconds = try member.seconds(0...Self.largestLeeway, or: [.object])
      guard seconds <= Self.usualLeeway else {
        throw member.error(.reasonNeeded(limit: Self.usualLeeway))
      }
      return .seconds(seconds)
    }
    let members = try member.members()
    try members.expectOnly(["seconds", "because"])
    let seconds = try members.required("seconds").seconds(0...Self.largestLeeway)
    let reason = try members.required("because").string()
    waivers.append(Waiver(subject: .leeway, reason: reason, place: member.place))
    return .seconds(seconds)
  }

  private mutating func request() throws(PolicyFileError) -> RequestProfile {
    guard let member = reader.optional("request") else {
      return RequestProfile(locations: .likely, leeway: nil, requiresSignature: true)
    }
    let members = try member.members()
    try members.expectOnly(["claims", "leeway", "signature"])
    var requiresSignature = true
    if let signature = members.optional("signature") {
      if signature.value.kind == .object {
        _ = try waive(.requestSignature, signature, "notRequired", or: [.string])
        requiresSignature = false
      } else {
        try signature.word("required", or: [.object])
      }
    }
    return RequestProfile(
      locations: try LocationReader.locations(members.optional("claims")),
      leeway: try leeway(members.optional("leeway")), requiresSignature: requiresSignature)
  }

  /// Notes a weakening, which is written as an object with the reason under a name that says what
  /// is given up.
  private mutating func waive(
    _ subject: Waiver.Subject, _ member: Member, _ name: String, or others: [JSONValue.Kind]
  ) throws(PolicyFileError) -> String {
    let reason = try member.reason(name, or: others)
    waivers.append(Waiver(subject: subject, reason: reason, place: member.place))
    return reason
  }
}
