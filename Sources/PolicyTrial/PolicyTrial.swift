public import JWTIssuing
package import JWTValidation
public import PolicyFile

/// Throws the known mistakes and forgeries at a policy and tells what becomes of each.
///
/// The rules are the policy's own; only its keys are replaced, by keys made on the spot, because a
/// forger who tries the real ones would need them. Each attack differs from a good token in one
/// thing, so that what refuses it is the rule that it is about.
///
/// ```swift
/// let results = try PolicyTrial(file).run(at: now)
/// let holes = results.filter { $0.outcome == .hole }
/// ```
public struct PolicyTrial: Sendable {
  private let file: PolicyFile
  private let issuers: [TrialIssuer]
  private let verifier: PolicyVerifier

  /// Makes keys for every issuer of the policy.
  ///
  /// - Throws: `SigningError` if libcrypto makes no such key here.
  public init(_ file: PolicyFile) throws(SigningError) {
    self.file = file
    var issuers: [TrialIssuer] = []
    for entry in file.entries { issuers.append(try TrialIssuer(entry)) }
    self.issuers = issuers
    do {
      verifier = try file.verifier(keys: issuers.map(\.verificationKeys))
    } catch .key(let error) {
      throw .key(error)
    } catch {
      // Keys were made for each algorithm, and the reader has refused all other contradictions.
      throw .key(.unrecognized)
    }
  }

  /// Tries everything, for each issuer of the policy in its order.
  ///
  /// - Parameter now: the time at which good tokens are good.
  /// - Throws: `SigningError` if libcrypto fails.
  public func run(at now: NumericDate) throws(SigningError) -> [TrialResult] {
    var results: [TrialResult] = []
    for (position, issuer) in issuers.enumerated() {
      let mint = try TrialMint(issuer, at: now)
      // Where nothing is accepted, a refusal shows nothing.
      let control = control(mint, position)
      results.append(control)
      guard !control.outcome.isFailure else { continue }
      let others = issuers.enumerated().filter { $0.offset != position }.map(\.element)
      for attack in try Attack.all(with: mint, others: others) {
        results.append(result(of: attack, mint, position))
      }
    }
    return results
  }

  /// Every step of judging a token, with the position of the entry that judges it.
  package func report(
    on token: [UInt8], at now: NumericDate
  ) -> (report: VerificationReport, position: Int?) {
    (verifier.report(token, at: now), try? verifier.position(for: token))
  }

  /// The number of keys that the entry at a position has in the trial.
  package func keyCount(at position: Int) -> Int { issuers[position].verificationKeys.count }

  /// A token that satisfies every rule must pass.
  private func control(_ mint: TrialMint, _ position: Int) -> TrialResult {
    let codes = codes(of: mint.good, mint.now)
    return TrialResult(
      entry: position, name: "a good token",
      outcome: codes.isEmpty ? .accepted : .unsatisfiable(codes: codes),
      tokens: [Array(mint.good.utf8)])
  }

  private func result(of attack: Attack, _ mint: TrialMint, _ position: Int) -> TrialResult {
    var codes: [String] = []
    var isAccepted = false
    for token in attack.tokens {
      let found = self.codes(of: token, mint.now)
      isAccepted = isAccepted || found.isEmpty
      codes += found.filter { !codes.contains($0) }
    }
    let waiver = attack.waiver.flatMap { mint.issuer.entry.waiver(for: $0) }
    let outcome: TrialResult.Outcome =
      if !isAccepted { .refused(codes: codes) } else if let waiver {
        .waived(reason: waiver.reason)
      } else { .hole }
    return TrialResult(
      entry: position, name: attack.name, outcome: outcome,
      tokens: attack.tokens.map { Array($0.utf8) })
  }

  /// Why a token is refused; empty if it is accepted.
  private func codes(of token: String, _ now: NumericDate) -> [String] {
    do {
      _ = try verifier.verify(token, at: now)
      return []
    } catch {
      return error.codes
    }
  }
}
