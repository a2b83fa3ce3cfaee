import JWTValidation
import PolicyFile
import TokenAudit
import Velt

/// What an audit judges by, from the command line.
struct AuditJudging {
  /// Makes the rules for one thread; `nil` if neither policy, key nor request is given.
  let makeRules: (() throws(CommandFailure) -> AuditRules)?
  /// Whether tokens are those of the hosted service.
  let showsVeltCode: Bool
  /// What must be the same in a run that goes on: a digest of all rules, and of policy and keys as
  /// they were read.
  let digest: String

  init(
    _ arguments: ParsedArguments, _ standardInput: inout StandardInput
  ) throws(CommandFailure) {
    var sources = ContentDigest()
    let profile = arguments[Options.profile]
    let asksForRequest = Self.requestOptions.contains { arguments.isGiven($0) }
    showsVeltCode = profile == .velt || asksForRequest
    if asksForRequest {
      makeRules = try Self.requestRules(arguments, &standardInput, &sources)
    } else {
      makeRules = try Self.policyRules(arguments, profile, &standardInput, &sources)
    }
    sources.add(Array(arguments.text(of: Options.auditRules).utf8))
    digest = sources.text
  }

  /// Options that say with which request tokens are compared, and how.
  private static let requestOptions: [any OptionHandle] = [
    Options.request, Options.requestField, Options.identify, Options.userID,
    Options.organizationID, Options.admin, Options.noAdmin, Options.email,
    Options.requireSignature, Options.claimLocations, Options.requestedAt,
  ]

  // MARK: By policy

  private static func policyRules(
    _ arguments: ParsedArguments, _ profile: AuditProfile?,
    _ standardInput: inout StandardInput, _ sources: inout ContentDigest
  ) throws(CommandFailure) -> (() throws(CommandFailure) -> AuditRules)? {
    if let document = try PolicyDocument(arguments, &standardInput)?.fetchingKeys() {
      sources.add(document.digest)
      var policies: [ValidationPolicy] = []
      for entry in document.file.entries {
        policies.append(
          try profile?.applied(to: entry.policy, of: document.name) ?? entry.policy)
      }
      let checks = try idTokenChecks(policies, profile, document.name)
      return { [policies] () throws(CommandFailure) in
        rules(try document.verifier(policies: policies), checks)
      }
    }
    try RemoteKeyArguments.checkAbsence(of: arguments)
    guard
      let (keys, algorithms) = try VerificationKeyArguments.pair(in: arguments, &standardInput)
    else {
      guard let profile else { return nil }
      throw CommandFailure(
        usage: "--profile \(profile.rawValue) needs keys",
        hint: "give --policy FILE, or --key KEY and --alg ALG")
    }
    sources.add(keys.digest)
    var policy = VerifyCommand.policy(arguments, algorithms)
    if profile == .velt, arguments[Options.auditLeeway] == nil {
      policy.leeway = TokenWindow.defaultLeeway
    }
    policy = try profile?.applied(to: policy, of: nil) ?? policy
    let checks = try idTokenChecks([policy], profile, nil)
    return { [policy] () throws(CommandFailure) in
      do throws(PolicyError) {
        return rules(.one(try Verifier(keys: keys.keys, policy: policy)), checks)
      } catch {
        throw CommandFailure(error)
      }
    }
  }

  private static func idTokenChecks(
    _ policies: [ValidationPolicy], _ profile: AuditProfile?, _ origin: String?
  ) throws(CommandFailure) -> [IDTokenCheck]? {
    guard let profile, profile == .idToken else { return nil }
    var checks: [IDTokenCheck] = []
    for policy in policies { checks.append(try profile.idTokenCheck(policy, of: origin)) }
    return checks
  }

  private static func rules(_ verifier: PolicyVerifier, _ checks: [IDTokenCheck]?) -> AuditRules {
    checks.map { .idToken(verifier, $0) } ?? .policy(verifier)
  }

  // MARK: By request

  private static func requestRules(
    _ arguments: ParsedArguments, _ standardInput: inout StandardInput,
    _ sources: inout ContentDigest
  ) throws(CommandFailure) -> () throws(CommandFailure) -> AuditRules {
    if let profile = arguments[Options.profile], profile != .velt {
      throw CommandFailure(.contradiction("--profile \(profile.rawValue)", "a request"))
    }
    let source = try requestSource(arguments, &standardInput, &sources)
    let identify = try RequestComparison.identify(arguments, &standardInput, &sources)
    let requestedAt = arguments[Options.requestedAt]?.date
    if let policy = try PolicyDocument(arguments, &standardInput)?.fetchingKeys() {
      sources.add(policy.digest)
      return { () throws(CommandFailure) in
        .request(
          RequestRules(
            source, requestedAt: requestedAt,
            chooser: policy.file.hasIssuers ? try policy.verifier() : nil,
            checks: try policy.requestChecks(identify)))
      }
    }
    for option in Options.claimPolicy where arguments.isGiven(option) {
      throw CommandFailure(
        usage: "\(option.specification.longForm) needs --policy beside a request",
        hint: "say it in a policy file")
    }
    try RemoteKeyArguments.checkAbsence(of: arguments)
    let pair = try VerificationKeyArguments.pair(in: arguments, &standardInput)
    if let pair { sources.add(pair.keys.digest) }
    let locations = try RequestComparison.locations(arguments)
    return { () throws(CommandFailure) in
      let verifier: JWSVerifier?
      do throws(PolicyError) {
        verifier =
          if let pair { try JWSVerifier(keys: pair.keys.keys, algorithms: pair.algorithms) } else {
            nil
          }
      } catch {
        throw CommandFailure(error)
      }
      let leeway = arguments[Options.auditLeeway]?.duration ?? TokenWindow.defaultLeeway
      return .request(
        RequestRules(
          source, requestedAt: requestedAt, chooser: nil,
          checks: [
            { request in
              TokenCheck(
                request: request, identify: identify, locations: locations, leeway: leeway,
                requiresSignature: arguments[Options.requireSignature], verifier: verifier)
            }
          ]))
    }
  }

  private static func requestSource(
    _ arguments: ParsedArguments, _ standardInput: inout StandardInput,
    _ sources: inout ContentDigest
  ) throws(CommandFailure) -> RequestRules.Source {
    guard let pointer = arguments[Options.requestField] else {
      return .given(try CheckCommand.request(arguments, &standardInput, &sources))
    }
    guard arguments[Options.field] != nil else {
      throw CommandFailure(
        usage: "--request-field needs --field beside it",
        hint: "a request is found in the record that the token stands in")
    }
    for option in Options.givenRequest where arguments.isGiven(option) {
      throw CommandFailure(
        .contradiction("--request-field", option.specification.longForm))
    }
    return .member(pointer)
  }
}
