import JWTValidation
import PolicyFile
import TokenReport

/// `jwtcheck verify`: signature and claims against keys and rules that the command line names.
enum VerifyCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    var standardInput = StandardInput()
    let report = try reporting(arguments, &standardInput)
    let input = try TokenInput(arguments[Positionals.token], &standardInput)
    let now = try arguments.now()
    return try SingleClaim.result(
      of: input.report(at: now, isTraced: arguments[Options.trace]) {
        (token, notes) throws(CommandFailure) in try report(token, now, notes)
      },
      arguments)
  }

  /// Reads keys and rules; what comes back makes the report on a token.
  static func reporting(
    _ arguments: ParsedArguments, _ standardInput: inout StandardInput
  ) throws(CommandFailure) -> TokenInput.Reporting {
    if let policy = try PolicyDocument(arguments, &standardInput) {
      return try reporting(arguments, policy)
    }
    if let published = try RemoteKeyArguments(arguments, issuer: arguments[Options.issuer]) {
      return try reporting(arguments, published)
    }
    guard
      let (keys, algorithms) = try VerificationKeyArguments.pair(in: arguments, &standardInput)
    else { throw CommandFailure(usage: "no key given", hint: "give --key with --alg, or --policy") }
    let policy = policy(arguments, algorithms)
    let verifier: Verifier
    do {
      verifier = try Verifier(keys: keys.keys, policy: policy)
    } catch {
      throw CommandFailure(error)
    }
    return { token, now, notes in
      traced(
        Report.verify(
          token, with: verifier, at: now,
          notes: notes + keys.notes + VerificationKeyArguments.notes(on: verifier.unusedKeys)),
        token, policy, keyCount: keys.keys.count, arguments)
    }
  }

  /// With keys that the issuer publishes: the token is looked at before any is fetched.
  private static func reporting(
    _ arguments: ParsedArguments, _ published: RemoteKeyArguments
  ) throws(CommandFailure) -> TokenInput.Reporting {
    let algorithms = try published.algorithms(arguments)
    var accepted = policy(arguments, algorithms)
    // Whoever asks an issuer for its keys accepts tokens of that one.
    if case .ignored = accepted.issuer, let issuer = published.describedIssuer {
      accepted.issuer = .exactly(issuer)
    }
    try published.check(against: accepted)
    let policy = accepted
    return { (token, now, notes) throws(CommandFailure) in
      if let report = Report.withoutKeys(token, algorithms, at: now, notes: notes) {
        return traced(report, token, policy, keyCount: nil, arguments)
      }
      let fetched = try published.fetch()
      let verifier: Verifier
      do throws(PolicyError) {
        verifier = try Verifier(keys: fetched.keys, policy: policy)
      } catch {
        throw published.unusable(error)
      }
      return traced(
        Report.verify(token, with: verifier, at: now, notes: notes + fetched.notes),
        token, policy, keyCount: fetched.keys.count, arguments)
    }
  }

  private static func traced(
    _ report: Report, _ token: [UInt8], _ policy: ValidationPolicy, keyCount: Int?,
    _ arguments: ParsedArguments
  ) -> Report {
    guard arguments.isGiven(Options.trace) else { return report }
    return report.traced(
      by: Trace(of: token, policy: policy, keyCount: keyCount) {
        TraceSource.words(for: $0, arguments)
      })
  }

  private static func reporting(
    _ arguments: ParsedArguments, _ policy: PolicyDocument
  ) throws(CommandFailure) -> TokenInput.Reporting {
    let verifiers = try policy.verifiersAtHand()
    return { (token, now, notes) throws(CommandFailure) in
      let outcome = try policy.verify(token, with: verifiers, at: now)
      let report = Report.verify(
        token, outcome.report, at: now, notes: notes + policy.notes + outcome.notes)
      guard arguments.isGiven(Options.trace) else { return report }
      return report.traced(
        by: policy.trace(
          of: token, outcome.position, fetched: outcome.fetchedCount, arguments))
    }
  }

  /// What the options ask for. What no option asks for is waived in these words, which the report
  /// repeats: nobody shall take it for checked.
  static func policy(
    _ arguments: ParsedArguments, _ algorithms: [SignatureAlgorithm]
  ) -> ValidationPolicy {
    let audiences = arguments[Options.audiences]
    return ValidationPolicy(
      algorithms: algorithms,
      issuer: arguments[Options.issuer].map { .exactly($0) } ?? .ignored("no --iss given"),
      audience: audiences.isEmpty ? .ignored("no --aud given") : .containingOneOf(audiences),
      expiration: arguments[Options.allowMissingExpiration]
        ? .notRequired("--allow-missing-exp") : .required,
      lifetime: arguments[Options.maxLifetime].map { .atMost($0.duration) } ?? .unlimited,
      maximumAge: arguments[Options.maxAge]?.duration,
      subject: arguments[Options.subject],
      type: arguments[Options.type].map { .exactly($0) } ?? .any,
      requiredClaims: arguments[Options.required],
      leeway: arguments[Options.leeway]?.duration ?? .zero)
  }
}

extension CommandFailure {
  /// A verifier that cannot be made: the algorithms are a matter of the command line, a key is one
  /// of the key.
  init(_ error: PolicyError) {
    switch error {
    case .noAlgorithms, .mixedAlgorithms, .negativeDuration, .emptyName, .issuerNotNamed,
      .duplicateIssuer:
      self.init(.usage, error, in: "--alg")
    case .noUsableKey, .key:
      self.init(.unavailable, error, in: "--key")
    }
  }
}
