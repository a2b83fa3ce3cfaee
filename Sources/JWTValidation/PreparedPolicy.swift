/// A policy in the form that rules compare with: bytes instead of strings, seconds instead of
/// durations.
struct PreparedPolicy: Sendable {
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
    issuers =
      switch policy.issuer {
      case .exactly(let issuer): [Array(issuer.utf8)]
      case .oneOf(let issuers): issuers.map { Array($0.utf8) }
      case .ignored: []
      }
    audiences =
      switch policy.audience {
      case .containing(let audience): [Array(audience.utf8)]
      case .containingOneOf(let audiences): audiences.map { Array($0.utf8) }
      case .ignored: []
      }
    subject = policy.subject.map { Array($0.utf8) }
    type = policy.type.map { Array($0.utf8) }
    requiredClaims = policy.requiredClaims.map { ($0, Array($0.utf8)) }
    leeway = try Self.seconds(policy.leeway)
    maximumAge = try policy.maximumAge.map { (age) throws(PolicyError) in try Self.seconds(age) }
    if case .atMost(let limit) = policy.lifetime {
      maximumLifetime = try Self.seconds(limit)
    } else {
      maximumLifetime = nil
    }
  }

  private static func seconds(_ duration: Duration) throws(PolicyError) -> Int64 {
    guard duration >= .zero else { throw .negativeDuration }
    return duration.components.seconds
  }
}
