public import JWTValidation

/// One thing about a token that works and is a bad idea all the same, or that will not work where it
/// is meant to.
@nonexhaustive
public enum LintFinding: Equatable, Sendable {
  // MARK: Protection

  /// The header says that the token is not signed.
  case unsecured
  /// The header names an algorithm that is broken or too short.
  case weakAlgorithm(name: String)
  /// The header says `EdDSA`, which does not name the curve.
  case deprecatedAlgorithm
  /// The header names an algorithm, and there is no signature.
  case signatureMissing
  /// The token is signed with a secret that everybody tries first.
  case commonSecret
  /// The header names a place to fetch the key from.
  case keyAddress(parameter: String)
  /// The header brings the key that is to be trusted.
  case embeddedKey(parameter: String)
  /// The header brings a private key.
  case privateKeyInHeader
  /// There are public keys for the algorithm, and the header does not name one.
  case keyIDMissing
  /// `kid` looks like the path of a file.
  case keyIDIsPath
  /// `kid` looks like SQL.
  case keyIDIsSQL
  /// `kid` looks like a command of a shell.
  case keyIDIsCommand
  /// `kid` is a URL.
  case keyIDIsURL
  /// The header has no `typ`.
  case typeMissing
  /// The header's `typ` fits every kind of JWT.
  case typeTooGeneral

  // MARK: Times and names

  /// The token never expires.
  case expirationMissing
  /// The token is for nobody in particular.
  case audienceMissing
  /// The token is for everybody.
  case audienceIsWildcard
  /// The token does not say who made it.
  case issuerMissing
  /// The issuer's name is a URL without TLS.
  case issuerWithoutTLS
  /// The token does not say when it was made.
  case issuedAtMissing
  /// The token lives long; seconds.
  case lifetimeLong(seconds: Int64)
  /// A time is in milliseconds.
  case timeInMilliseconds(claim: String)
  /// A time is a string.
  case timeAsText(claim: String)
  /// Two times contradict each other: the first should lie before the second.
  case timesContradict(earlier: String, later: String)
  /// Several claims seem to mean the same.
  case duplicateMeaning(claims: [String])
  /// The same flag has different values in different places.
  case flagsContradict(JSONPointer, JSONPointer)
  /// A flag is a string or a number.
  case flagAsText(JSONPointer)
  /// A value is what a missing one turns into.
  case placeholder(JSONPointer)

  // MARK: Content

  /// A value is personal data that everybody can read who gets hold of the token.
  case personalData(PersonalData, JSONPointer)
  /// The name of a claim says that the value is secret.
  case secretClaim(JSONPointer)
  /// A value is a private key.
  case privateKey(JSONPointer)
  /// A value looks like the credential of a hosted service.
  case credential(service: String, JSONPointer)
  /// A value is itself a token.
  case nestedToken(JSONPointer)
  /// An address is there, and the issuer says that nobody has confirmed it.
  case emailNotVerified
  /// The token is larger than a header may be on common servers; bytes.
  case exceedsHeaderLimit(byteCount: Int)
  /// The token does not fit in a cookie; bytes.
  case exceedsCookieLimit(byteCount: Int)

  // MARK: Vendors

  /// A Supabase token that every row-level rule lets through.
  case serviceRole(JSONPointer)
  /// Rights that stand where the user can write them.
  case userWritableRights(JSONPointer)
  /// A Firebase custom token, which is only to be exchanged for an ID token.
  case firebaseCustomToken
  /// An OpenID Connect ID token, which is for the client and not for an API.
  case idToken(claim: String)
  /// An organization that is named and not identified.
  case organizationByName
  /// A token that is for a party, `azp`, and for no audience.
  case authorizedPartyAlone
  /// A claim of the version of Clerk's session tokens that was given up.
  case clerkVersion1(claim: String)

  /// Kinds of personal data.
  public enum PersonalData: String, CaseIterable, Equatable, Sendable {
    case email, phone, card, other
  }

  /// The stable name of the finding, part of the tools' output contract.
  public var code: String {
    switch self {
    case .unsecured: "lint.alg-none"
    case .weakAlgorithm: "lint.alg-weak"
    case .deprecatedAlgorithm: "lint.alg-deprecated"
    case .signatureMissing: "lint.signature-missing"
    case .commonSecret: "lint.common-secret"
    case .keyAddress: "lint.key-url"
    case .embeddedKey: "lint.embedded-key"
    case .privateKeyInHeader: "lint.embedded-private-key"
    case .keyIDMissing: "lint.kid-missing"
    case .keyIDIsPath: "lint.kid-path"
    case .keyIDIsSQL: "lint.kid-sql"
    case .keyIDIsCommand: "lint.kid-command"
    case .keyIDIsURL: "lint.kid-url"
    case .typeMissing: "lint.typ-missing"
    case .typeTooGeneral: "lint.typ-general"
    case .expirationMissing: "lint.exp-missing"
    case .audienceMissing: "lint.aud-missing"
    case .audienceIsWildcard: "lint.aud-wildcard"
    case .issuerMissing: "lint.iss-missing"
    case .issuerWithoutTLS: "lint.iss-without-tls"
    case .issuedAtMissing: "lint.iat-missing"
    case .lifetimeLong: "lint.lifetime-long"
    case .timeInMilliseconds: "lint.time-milliseconds"
    case .timeAsText: "lint.time-text"
    case .timesContradict: "lint.times-contradict"
    case .duplicateMeaning: "lint.duplicate-meaning"
    case .flagsContradict: "lint.flags-contradict"
    case .flagAsText: "lint.flag-text"
    case .placeholder: "lint.placeholder"
    case .personalData(.email, _): "lint.email"
    case .personalData(.phone, _): "lint.phone"
    case .personalData(.card, _): "lint.card-number"
    case .personalData(.other, _): "lint.personal-data"
    case .secretClaim: "lint.secret-claim"
    case .privateKey: "lint.private-key"
    case .credential: "lint.credential"
    case .nestedToken: "lint.nested-token"
    case .emailNotVerified: "lint.email-not-verified"
    case .exceedsHeaderLimit: "lint.header-limit"
    case .exceedsCookieLimit: "lint.cookie-limit"
    case .serviceRole: "lint.service-role"
    case .userWritableRights: "lint.user-writable-rights"
    case .firebaseCustomToken: "lint.firebase-custom-token"
    case .idToken: "lint.id-token"
    case .organizationByName: "lint.organization-by-name"
    case .authorizedPartyAlone: "lint.azp-alone"
    case .clerkVersion1: "lint.clerk-version-1"
    }
  }
}
