import JWTValidation
import PolicyFile
import TokenReport

/// `jwtcheck verify`: signature and claims against keys and rules that the command line names.
enum VerifyCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    var standardInput = StandardInput()
    if let policy = try PolicyDocument(arguments, &standardInput) {
      return try run(arguments, policy, &standardInput)
    }
    let algorithms = arguments[Options.algorithms] ?? []
    let keys = try VerificationKeyArguments(
      arguments[Options.keys], for: algorithms,
      weakSecretReason: arguments[Options.allowWeakHMACKey], &standardInput)
    let policy = policy(arguments, algorithms)
    let verifier: Verifier
    do {
      verifier = try Verifier(keys: keys.keys, policy: policy)
    } catch {
      throw CommandFailure(error)
    }
    let input = try TokenInput(arguments[Positionals.token], &standardInput)
    let now = try arguments.now()
    let report = input.report(at: now) { token, notes in
      let report = Report.verify(
        token, with: verifier, at: now,
        notes: notes + keys.notes + VerificationKeyArguments.notes(on: verifier.unusedKeys))
      guard arguments[Options.trace] else { return report }
      return report.traced(
        by: Trace(of: token, policy: policy, keyCount: keys.keys.count) {
          TraceSource.words(for: $0, arguments)
        })
    }
    return try SingleClaim.result(of: report, arguments)
  }

  private static func run(
    _ arguments: ParsedArguments, _ policy: PolicyDocument, _ standardInput: inout StandardInput
  ) throws(CommandFailure) -> CommandResult {
    let verifier = try policy.verifier()
    let input = try TokenInput(arguments[Positionals.token], &standardInput)
    let now = try arguments.now()
    let report = input.report(at: now) { token, notes in
      let report = Report.verify(
        token, verifier.report(token, at: now), at: now, notes: notes + policy.notes)
      guard arguments[Options.trace] else { return report }
      return report.traced(
        by: policy.trace(of: token, try? verifier.position(for: token), arguments))
    }
    return try SingleClaim.result(of: report, arguments)
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
