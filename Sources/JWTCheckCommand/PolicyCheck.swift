import JWTValidation
import PolicyFile
import TokenReport
import Velt

/// `--policy` where a token is compared with a request: the comparison by the rules of a policy file.
struct PolicyCheck {
  private let checks: [TokenCheck]
  private let policy: PolicyDocument
  private let arguments: ParsedArguments

  /// Makes a check for each entry of the file.
  ///
  /// - Returns: `nil` if there is no `--policy`.
  init?(
    _ arguments: ParsedArguments, _ request: TokenRequest, _ identify: IdentifyCall?,
    _ standardInput: inout StandardInput
  ) throws(CommandFailure) {
    guard let policy = try PolicyDocument(arguments, &standardInput) else { return nil }
    self.policy = policy
    self.arguments = arguments
    // Where `iss` chooses, a token of one issuer must not pass for want of keys of another.
    if policy.file.hasIssuers { _ = try policy.verifiersAtHand() }
    checks = try policy.requestChecks(identify).map { $0(request) }
  }

  /// The report on a token; one of an issuer that is not known is compared with nothing.
  ///
  /// - Throws: a failure that says nothing about the token: keys that cannot be had.
  func report(
    on token: [UInt8], requestedAt: NumericDate?, at now: NumericDate, notes: [String]
  ) throws(CommandFailure) -> Report {
    var notes = notes + policy.notes
    let position: Int
    do {
      position = try policy.file.position(for: token)
    } catch {
      // Whoever chooses also tells why nothing is chosen.
      return traced(
        .verify(token, VerificationReport(beforeSignature: error), at: now, notes: notes), token,
        nil)
    }
    var check = checks[position]
    check.requestedAt = requestedAt
    if let remote = policy.remote[position] {
      let algorithms = policy.file.entries[position].policy.algorithms
      if let report = Report.withoutKeys(token, algorithms, at: now, notes: notes) {
        return traced(report, token, position)
      }
      let (verifier, more) = try remote.verifier(for: algorithms)
      check.verifier = verifier
      notes += more
    }
    return traced(.check(token, with: check, at: now, notes: notes), token, position)
  }

  private func traced(_ report: Report, _ token: [UInt8], _ position: Int?) -> Report {
    guard arguments.isGiven(Options.trace) else { return report }
    return report.traced(by: policy.trace(of: token, position, arguments))
  }
}

extension PolicyDocument {
  /// What makes the check for a request, one for each entry of the file.
  func requestChecks(
    _ identify: IdentifyCall?
  ) throws(CommandFailure) -> [@Sendable (TokenRequest) -> TokenCheck] {
    var checks: [@Sendable (TokenRequest) -> TokenCheck] = []
    for (entry, keys) in zip(file.entries, keys) {
      do throws(PolicyError) {
        let verifier =
          keys.count == 0
          ? nil : try JWSVerifier(keys: keys, algorithms: entry.policy.algorithms)
        let claims = try ClaimsValidator(entry.policy)
        let profile = entry.request
        checks.append { request in
          TokenCheck(
            request: request, identify: identify, locations: profile.locations,
            leeway: profile.leeway ?? TokenWindow.defaultLeeway,
            requiresSignature: profile.requiresSignature, verifier: verifier, claims: claims)
        }
      } catch {
        throw failure(error)
      }
    }
    return checks
  }
}
