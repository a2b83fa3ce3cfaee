public import JWTValidation

extension LintFinding {
  /// A year in seconds: only keys live longer.
  static let year: Int64 = 31_536_000

  /// How much the finding weighs: an error is a hole or will not work, a warning is a risk, and a note
  /// is what a careful issuer would do otherwise.
  public var severity: Finding.Severity {
    switch self {
    case .lifetimeLong(let seconds): seconds > Self.year ? .error : .warning
    case .unsecured, .weakAlgorithm, .signatureMissing, .commonSecret, .privateKeyInHeader,
      .keyIDIsPath, .keyIDIsSQL, .keyIDIsCommand, .timeInMilliseconds, .timeAsText,
      .timesContradict, .flagsContradict, .secretClaim, .privateKey, .credential, .serviceRole,
      .firebaseCustomToken, .personalData(.card, _):
      .error
    case .keyAddress, .embeddedKey, .keyIDIsURL, .expirationMissing, .audienceMissing,
      .audienceIsWildcard, .issuerMissing, .issuerWithoutTLS, .duplicateMeaning, .flagAsText,
      .placeholder, .personalData, .nestedToken, .emailNotVerified, .exceedsHeaderLimit,
      .userWritableRights, .idToken, .organizationByName, .authorizedPartyAlone:
      .warning
    case .deprecatedAlgorithm, .keyIDMissing, .typeMissing, .typeTooGeneral, .issuedAtMissing,
      .exceedsCookieLimit, .clerkVersion1:
      .note
    }
  }

  /// Where the finding is: a value of the header or of the claims, the one to look at first and then
  /// those that it does not agree with. Empty for what is missing or concerns the whole token.
  public var places: [(segment: TokenSegment, pointer: JSONPointer)] {
    switch self {
    case .unsecured, .weakAlgorithm, .deprecatedAlgorithm: Self.header("alg")
    case .keyAddress(let parameter), .embeddedKey(let parameter): Self.header(parameter)
    case .privateKeyInHeader: Self.header("jwk")
    case .keyIDIsPath, .keyIDIsSQL, .keyIDIsCommand, .keyIDIsURL: Self.header("kid")
    case .typeTooGeneral: Self.header("typ")
    case .audienceIsWildcard: Self.claim("aud")
    case .issuerWithoutTLS, .firebaseCustomToken: Self.claim("iss")
    case .lifetimeLong: Self.claim("exp")
    case .timeInMilliseconds(let claim), .timeAsText(let claim), .idToken(let claim):
      Self.claim(claim)
    case .timesContradict(let earlier, let later): Self.claim(later) + Self.claim(earlier)
    case .duplicateMeaning(let claims): claims.reversed().flatMap(Self.claim)
    case .flagsContradict(let first, let second): [(.payload, second), (.payload, first)]
    case .flagAsText(let pointer), .placeholder(let pointer), .personalData(_, let pointer),
      .secretClaim(let pointer), .privateKey(let pointer),
      .credential(_, let pointer), .nestedToken(let pointer), .userWritableRights(let pointer),
      .serviceRole(let pointer):
      [(.payload, pointer)]
    case .emailNotVerified: Self.claim("email_verified")
    case .organizationByName: Self.claim("org_name")
    case .authorizedPartyAlone: Self.claim("azp")
    case .clerkVersion1(let claim): Self.claim(claim)
    case .signatureMissing, .commonSecret, .keyIDMissing, .typeMissing, .expirationMissing,
      .audienceMissing, .issuerMissing, .issuedAtMissing, .exceedsHeaderLimit,
      .exceedsCookieLimit:
      []
    }
  }

  private static func header(_ name: String) -> [(segment: TokenSegment, pointer: JSONPointer)] {
    [(.header, JSONPointer(members: [name]))]
  }

  private static func claim(_ name: String) -> [(segment: TokenSegment, pointer: JSONPointer)] {
    [(.payload, JSONPointer(members: [name]))]
  }
}
