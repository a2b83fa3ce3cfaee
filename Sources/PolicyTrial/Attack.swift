import JWTIssuing
import JWTValidation
import PolicyFile

/// Tokens that try one thing, all of which must be refused.
struct Attack {
  /// What is tried.
  let name: String
  /// The tokens.
  let tokens: [String]
  /// What a policy may waive with the effect that a token is accepted.
  let waiver: Waiver.Subject?

  init(_ name: String, _ tokens: [String], waivedBy waiver: Waiver.Subject? = nil) {
    self.name = name
    self.tokens = tokens
    self.waiver = waiver
  }

  /// Every attack that applies to the policy of a mint.
  ///
  /// - Parameter others: the other issuers of the same file.
  static func all(
    with mint: TrialMint, others: [TrialIssuer]
  ) throws(SigningError) -> [Attack] {
    var attacks: [Attack] = []
    let mints = try mint.forEachAlgorithm()
    for mint in mints {
      // Which algorithm is meant needs no word where there is one.
      let prefix = mints.count == 1 ? "" : "\(mint.algorithm.name): "
      let own = try algorithms(mint) + keys(mint, others) + signatures(mint)
      attacks += own.map { Attack(prefix + $0.name, $0.tokens, waivedBy: $0.waiver) }
    }
    attacks += try headers(mint) + forms(mint) + times(mint) + claims(mint) + rules(mint)
    return attacks.filter { !$0.tokens.isEmpty }
  }
}
