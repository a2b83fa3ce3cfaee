import JWTValidation
import PolicyFile
import TokenReport
import Velt

/// `jwtcheck check --policy`: the comparison with a request, by the rules of a policy file.
struct PolicyCheck {
  private let checks: [TokenCheck]
  /// Chooses among several issuers; `nil` where there is nothing to choose.
  private let chooser: PolicyVerifier?
  private let notes: [String]

  /// Makes a check for each entry of the file.
  ///
  /// - Returns: `nil` if there is no `--policy`.
  init?(
    _ arguments: ParsedArguments, _ request: TokenRequest, _ identify: IdentifyCall?,
    _ standardInput: inout StandardInput
  ) throws(CommandFailure) {
    guard let policy = try PolicyDocument(arguments, &standardInput) else { return nil }
    notes = policy.notes
    chooser = policy.file.hasIssuers ? try policy.verifier() : nil
    var checks: [TokenCheck] = []
    for (entry, keys) in zip(policy.file.entries, policy.keys) {
      do throws(PolicyError) {
        checks.append(
          TokenCheck(
            request: request, identify: identify, locations: entry.request.locations,
            leeway: entry.request.leeway ?? TokenWindow.defaultLeeway,
            requestedAt: arguments[Options.requestedAt]?.date,
            requiresSignature: entry.request.requiresSignature,
            verifier: keys.count == 0
              ? nil : try JWSVerifier(keys: keys, algorithms: entry.policy.algorithms),
            claims: try ClaimsValidator(entry.policy)))
      } catch {
        throw policy.failure(error)
      }
    }
    self.checks = checks
  }

  /// The report on a token; one of an issuer that is not known is compared with nothing.
  func report(on token: [UInt8], at now: NumericDate, notes: [String]) -> Report {
    let notes = notes + self.notes
    guard let chooser else { return .check(token, with: checks[0], at: now, notes: notes) }
    do {
      return .check(
        token, with: checks[try chooser.position(for: token)], at: now, notes: notes)
    } catch {
      return .verify(token, chooser.report(token, at: now), at: now, notes: notes)
    }
  }
}
