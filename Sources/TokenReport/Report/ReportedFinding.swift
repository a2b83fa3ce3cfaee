package import JWTValidation

/// One finding in words, with the place in the token where there is one.
package struct ReportedFinding: Equatable, Sendable {
  /// The stable name.
  package let code: String
  /// How much it weighs.
  package let severity: Finding.Severity
  /// The claim or header parameter concerned.
  package let claim: String?
  /// What was found.
  package let message: String
  /// What to do about it.
  package let hint: String?
  /// The place in the token, in the decoded or encoded text that the finding is about.
  package let place: SourcePlace?

  init(
    _ finding: some Worded, _ severity: Finding.Severity, claim: String?, place: SourcePlace?
  ) {
    code = finding.code
    self.severity = severity
    self.claim = claim
    message = finding.message
    hint = finding.hint
    self.place = place
  }
}
