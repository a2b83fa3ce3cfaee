public import JWTValidation

/// What a policy file says about one issuer, or about several that share their keys.
public struct PolicyEntry: Sendable {
  /// What a token must be like.
  public let policy: ValidationPolicy
  /// The keys; empty if somebody else brings them, or if they are fetched.
  public let keys: [KeyReference]
  /// The keys that the issuer publishes, where the file names those.
  public let publishedKeys: PublishedKeys?
  /// How a token is compared with the request for it.
  public let request: RequestProfile
  /// Everything that the entry waives, with the reasons.
  public let waivers: [Waiver]
  /// What the entry says it is for.
  public let summary: String?
  /// Where the entry stands in the file; the empty pointer for the only one.
  public let pointer: JSONPointer
  /// Where it starts, in bytes.
  public let offset: Int
  let places: [String: PolicyPlace]

  /// The issuers that are accepted; empty if any is.
  public var issuers: [String] { policy.issuer.names }

  /// The place of a member, such as `audience`.
  public func place(ofMember name: String) -> PolicyPlace? { places[name] }

  /// The place of the line that asks for a check; `nil` for what is always checked.
  public func place(of check: Check.Name) -> PolicyPlace? {
    Self.members(for: check).lazy.compactMap { places[$0] }.first
  }

  /// The waiver for a subject, if there is one.
  public func waiver(for subject: Waiver.Subject) -> Waiver? {
    waivers.first { $0.subject == subject }
  }

  /// The keys, those outside the file fetched by the caller; without those that the issuer publishes.
  public func keys<Failure: Error>(
    resolving fetch: (KeyReference) throws(Failure) -> VerificationKeys
  ) throws(Failure) -> VerificationKeys {
    var all = VerificationKeys.none
    for reference in keys {
      if case .inline(let keys) = reference.source {
        all = all + keys
      } else {
        all = all + (try fetch(reference))
      }
    }
    return all
  }

  /// The members that ask for a check, the one that says most about it first.
  private static func members(for check: Check.Name) -> [String] {
    switch check {
    case .structure, .header, .payload, .jti: []
    case .algorithm: ["algorithms"]
    case .key, .signature: ["keys"]
    case .typ: ["typ"]
    case .exp: ["expiration", "leeway"]
    case .nbf, .iat: ["leeway"]
    case .age: ["maxAge"]
    case .lifetime: ["lifetime"]
    case .iss: ["issuer"]
    case .aud: ["audience"]
    case .sub: ["subject"]
    case .required: ["required"]
    case .rules: ["claims"]
    }
  }
}

extension VerificationKeys {
  /// No key at all: no verifier can be made of it.
  static var none: VerificationKeys { VerificationKeys(.init(keys: [], skipped: [])) }
}
