import JWTValidation
import PolicyFile
import TokenReport
import Velt

/// `--policy` where a token is compared with a request: the comparison with a request, by the rules of a policy file.
struct PolicyCheck {
  private let checks: [TokenCheck]
  /// Chooses among several issuers; `nil` where there is nothing to choose.
  private let chooser: PolicyVerifier?
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
    chooser = policy.file.hasIssuers ? try policy.verifier() : nil
    checks = try policy.requestChecks(identify).map { $0(request) }
  }

  /// The report on a token; one of an issuer that is not known is compared with nothing.
  func report(
    on token: [UInt8], requestedAt: NumericDate?, at now: NumericDate, notes: [String]
  ) -> Report {
    let notes = notes + policy.notes
    func check(_ position: Int) -> Report {
      var check = checks[position]
      check.requestedAt = requestedAt
      return .check(token, with: check, at: now, notes: notes)
    }
    let report: Report
    let position: Int?
    if let chooser {
      position = try? chooser.position(for: token)
      // Whoever chooses also tells why nothing is chosen.
      report =
        position.map(check)
        ?? .verify(token, chooser.report(token, at: now), at: now, notes: notes)
    } else {
      position = 0
      report = check(0)
    }
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
