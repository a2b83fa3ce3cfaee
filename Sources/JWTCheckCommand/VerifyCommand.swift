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
      of: input.report(at: now, isTraced: arguments[Options.trace]) { report($0, now, $1) },
      arguments)
  }

  /// Reads keys and rules; what comes back makes the report on a token.
  static func reporting(
    _ arguments: ParsedArguments, _ standardInput: inout StandardInput
  ) throws(CommandFailure) -> TokenInput.Reporting {
    if let policy = try PolicyDocument(arguments, &standardInput) {
      return try reporting(arguments, policy)
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
      let report = Report.verify(
        token, with: verifier, at: now,
        notes: notes + keys.notes + VerificationKeyArguments.notes(on: verifier.unusedKeys))
      guard arguments.isGiven(Options.trace) else { return report }
      return report.traced(
        by: Trace(of: token, policy: policy, keyCount: keys.keys.count) {
          TraceSource.words(for: $0, arguments)
        })
    }
  }

  private static func reporting(
    _ arguments: ParsedArguments, _ policy: PolicyDocument
  ) throws(CommandFailure) -> TokenInput.Reporting {
    let verifier = try policy.verifier()
    return { token, now, notes in
      let report = Report.verify(
        token, verifier.report(token, at: now), at: now, notes: notes + policy.notes)
      guard arguments.isGiven(Options.trace) else { return report }
      return report.traced(
        by: policy.trace(of: token, try? verifier.position(for: token), arguments))
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
