package import JWTValidation
package import TokenDiagnosis

/// What an audit does with each token; the same for every worker.
package struct AuditSettings: Sendable {
  /// Where tokens stand in the text.
  package enum Form: Equatable, Sendable {
    /// One token a line, with an identifier of the caller's and a tab before it if there is one.
    case tokens
    /// One JSON object a line, with the token at this place; the rest is carried through.
    case member(JSONPointer)
    /// Anywhere in any text.
    case search
  }

  /// What is written for each token.
  package enum Output: Equatable, Sendable {
    /// Nothing: only the summary is wanted.
    case none
    /// One JSON object a line.
    case objects
    /// Columns between tabs.
    case columns
  }

  /// What is looked for in a token beside what the policy asks for.
  package struct Lint: Sendable {
    /// Which findings refuse a token.
    package var policy: LintPolicy
    /// Whether HMAC signatures are tried with secrets that everybody tries first.
    package var triesCommonSecrets: Bool

    /// States the rules.
    package init(policy: LintPolicy, triesCommonSecrets: Bool) {
      self.policy = policy
      self.triesCommonSecrets = triesCommonSecrets
    }
  }

  /// Where tokens stand.
  package var form: Form
  /// What is written.
  package var output: Output
  /// The only verdict that is written; `nil` for all.
  package var only: AuditVerdict?
  /// Whether results name their line; not where a text is spread over several machines.
  package var showsLine = true
  /// The names of the files, if results are to name theirs.
  package var fileNames: [String] = []
  /// The time at which tokens are judged.
  package var now: NumericDate
  /// What is unwise is looked for too.
  package var lint: Lint?
  /// Whether results name the code of the service's own `verifyToken`, too.
  package var showsVeltCode = false
  /// Whether repeated tokens and identifiers are looked for: the seed of their fingerprints.
  package var repeatSeed: UInt64?

  /// States what is needed; the rest has its usual value.
  package init(
    form: Form = .tokens, output: Output = .objects, only: AuditVerdict? = nil, now: NumericDate
  ) {
    self.form = form
    self.output = output
    self.only = only
    self.now = now
  }
}

/// What an audit says of a token.
package enum AuditVerdict: String, CaseIterable, Sendable {
  /// The signature is good and every claim satisfies the policy.
  case verified
  /// The token is what was requested; there is no key, so anybody may have made it.
  case matched
  /// There is no policy; the token can be read.
  case decoded
  /// The token must not be used, or the line holds none.
  case rejected
}
