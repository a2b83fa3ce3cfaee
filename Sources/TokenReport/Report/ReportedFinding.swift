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
  /// The section of the standard that the finding rests on.
  package let reference: String?
  /// The bytes of the token that the finding is about; several where places disagree.
  package let spans: [TokenSpan]
  /// The text around a byte at which reading had to stop.
  package let place: SourcePlace?

  init(
    _ finding: some Worded, _ severity: Finding.Severity, claim: String? = nil,
    spans: [TokenSpan] = [], place: SourcePlace? = nil
  ) {
    code = finding.code
    self.severity = severity
    self.claim = claim
    message = finding.message
    hint = finding.hint
    reference = finding.reference
    self.spans = spans
    self.place = place
  }
}
