/// A policy in the form that rules compare with: bytes instead of strings, seconds instead of
/// durations.
///
/// A class: as a struct its 265 bytes were copied for each token.
final class PreparedPolicy: Sendable {
  let policy: ValidationPolicy
  let issuers: [[UInt8]]
  let audiences: [[UInt8]]
  let subject: [UInt8]?
  let type: [UInt8]?
  let requiredClaims: [(name: String, bytes: [UInt8])]
  /// All in whole seconds.
  let leeway: Int64
  let maximumAge: Int64?
  let maximumLifetime: Int64?

  init(_ policy: ValidationPolicy) throws(PolicyError) {
    self.policy = policy
    switch policy.issuer {
    case .exactly(let issuer): issuers = try Self.names([issuer], of: "issuer")
    case .oneOf(let accepted): issuers = try Self.names(accepted, of: "issuer")
    case .ignored: issuers = []
    }
    switch policy.audience {
    case .containing(let audience): audiences = try Self.names([audience], of: "audience")
    case .containingOneOf(let accepted): audiences = try Self.names(accepted, of: "audience")
    case .ignored: audiences = []
    }
    subject = try policy.subject.map { (name) throws(PolicyError) in
      try Self.name(name, of: "subject")
    }
    if case .exactly(let name) = policy.type {
      type = try Self.name(name, of: "type")
    } else {
      type = nil
    }
    requiredClaims = try policy.requiredClaims.map { (name) throws(PolicyError) in
      (name, try Self.name(name, of: "requiredClaims"))
    }
    leeway = try Self.seconds(policy.leeway)
    maximumAge = try policy.maximumAge.map { (age) throws(PolicyError) in try Self.seconds(age) }
    if case .atMost(let limit) = policy.lifetime {
      maximumLifetime = try Self.seconds(limit)
    } else {
      maximumLifetime = nil
    }
  }

  private static func names(
    _ names: [String], of member: String
  ) throws(PolicyError) -> [[UInt8]] {
    guard !names.isEmpty else { throw .emptyName(member: member) }
    return try names.map { (name) throws(PolicyError) in try Self.name(name, of: member) }
  }

  private static func name(_ name: String, of member: String) throws(PolicyError) -> [UInt8] {
    guard !name.isEmpty else { throw .emptyName(member: member) }
    return Array(name.utf8)
  }

  private static func seconds(_ duration: Duration) throws(PolicyError) -> Int64 {
    guard duration >= .zero else { throw .negativeDuration }
    return duration.components.seconds
  }
}
