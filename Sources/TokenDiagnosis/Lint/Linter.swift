public import JWTValidation

/// Finds what is unwise in a token, without any key or policy.
public enum Linter {
  /// What a token is like.
  public enum Outcome: Equatable, Sendable {
    /// The findings, the heaviest first and else in the order of the rules.
    case findings([LintFinding])
    /// The text cannot be read as a token: the first reason.
    case unreadable(Finding)
  }

  /// Looks at a token.
  ///
  /// - Parameters:
  ///   - token: the text of the token.
  ///   - triesCommonSecrets: whether to check an HMAC signature against a list of secrets that
  ///     everybody tries first. It is guessing at a secret, so a caller has to ask for it.
  public static func lint(_ token: [UInt8], triesCommonSecrets: Bool = false) -> Outcome {
    switch subject(token) {
    case .failure(let reason): return .unreadable(reason.finding)
    case .success(let subject):
      let findings = checks(of: subject, triesCommonSecrets).flatMap(\.findings)
      let order = findings.enumerated().sorted { a, b in
        a.element.severity == b.element.severity
          ? a.offset < b.offset : a.element.severity > b.element.severity
      }
      return .findings(order.map(\.element))
    }
  }

  /// Every rule in its order, also those that found nothing; none for a text that is no token.
  ///
  /// - Parameters:
  ///   - token: the text of the token.
  ///   - triesCommonSecrets: whether to apply the rule that guesses, which comes last.
  public static func checks(
    of token: [UInt8], triesCommonSecrets: Bool = false
  ) -> [LintCheck] {
    guard case .success(let subject) = subject(token) else { return [] }
    return checks(of: subject, triesCommonSecrets)
  }

  private static func checks(
    of subject: LintSubject, _ triesCommonSecrets: Bool
  ) -> [LintCheck] {
    let guessing: [any LintRule.Type] = triesCommonSecrets ? [WellKnownSecretRule.self] : []
    return (rules + guessing).map { LintCheck($0, $0.check(subject)) }
  }

  private struct Unreadable: Error {
    let finding: Finding
  }

  private static func subject(_ token: [UInt8]) -> Result<LintSubject, Unreadable> {
    let inspection = Inspection(of: token)
    let broken = inspection.findings.first { if case .token = $0 { true } else { false } }
    guard broken == nil, let header = inspection.header, let claims = inspection.claims else {
      return .failure(Unreadable(finding: broken ?? .token(.empty)))
    }
    return .success(
      LintSubject(
        token: token, header: header, claims: claims,
        hasSignature: inspection.signatureByteCount != 0))
  }

  /// Every rule that needs no guessing.
  private static let rules: [any LintRule.Type] = [
    AlgorithmRule.self, SignaturePresenceRule.self, KeyReferenceRule.self, KeyIDRule.self,
    MediaTypeRule.self, LifetimeLengthRule.self, TimeFormRule.self, TimeOrderRule.self,
    MissingNamesRule.self, AudienceWildcardRule.self, IssuerSchemeRule.self,
    DuplicateMeaningRule.self, FlagRule.self, PlaceholderRule.self, PersonalDataRule.self,
    SecretClaimRule.self, PrivateKeyRule.self, CredentialRule.self, NestedTokenRule.self,
    EmailVerificationRule.self, SizeRule.self, ServiceRoleRule.self, UserMetadataRule.self,
    FirebaseCustomTokenRule.self, IDTokenRule.self, OrganizationRule.self,
    AuthorizedPartyRule.self, ClerkLayoutRule.self,
  ]
}

/// One rule: what it looks for and nothing else.
protocol LintRule: SendableMetatype {
  /// What the rule is called where every rule is told.
  static var name: String { get }
  /// What the rule looks at.
  static var inputs: [LintInput] { get }

  /// What the rule finds in a token.
  static func check(_ subject: LintSubject) -> [LintFinding]
}
