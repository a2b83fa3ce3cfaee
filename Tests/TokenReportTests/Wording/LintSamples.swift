import JWTValidation
import TokenDiagnosis
import TokenReport

extension WordingSamples {
  private static let pointer = JSONPointer(members: ["user", "a/b"])

  static let lint: [Group] = [
    Group(
      type: "LintFinding",
      values: [
        LintFinding.unsecured,
        LintFinding.weakAlgorithm(name: "HS1"),
        LintFinding.deprecatedAlgorithm,
        LintFinding.signatureMissing,
        LintFinding.commonSecret,
        LintFinding.keyAddress(parameter: "jku"),
        LintFinding.embeddedKey(parameter: "jwk"),
        LintFinding.privateKeyInHeader,
        LintFinding.keyIDMissing,
        LintFinding.keyIDIsPath,
        LintFinding.keyIDIsSQL,
        LintFinding.keyIDIsCommand,
        LintFinding.keyIDIsURL,
        LintFinding.typeMissing,
        LintFinding.typeTooGeneral,
        LintFinding.expirationMissing,
        LintFinding.audienceMissing,
        LintFinding.audienceIsWildcard,
        LintFinding.issuerMissing,
        LintFinding.issuerWithoutTLS,
        LintFinding.issuedAtMissing,
        LintFinding.lifetimeLong(seconds: 315_360_000),
        LintFinding.timeInMilliseconds(claim: "exp"),
        LintFinding.timeAsText(claim: "iat"),
        LintFinding.timesContradict(earlier: "iat", later: "exp"),
        LintFinding.duplicateMeaning(claims: ["sub", "userId"]),
        LintFinding.flagsContradict(JSONPointer(members: ["isAdmin"]), pointer),
        LintFinding.flagAsText(JSONPointer(members: ["isAdmin"])),
        LintFinding.placeholder(pointer),
        LintFinding.secretClaim(pointer),
        LintFinding.privateKey(pointer),
        LintFinding.credential(service: "AWS", pointer),
        LintFinding.nestedToken(pointer),
        LintFinding.emailNotVerified,
        LintFinding.exceedsHeaderLimit(byteCount: 9000),
        LintFinding.exceedsCookieLimit(byteCount: 4200),
        LintFinding.serviceRole(JSONPointer(members: ["role"])),
        LintFinding.userWritableRights(JSONPointer(members: ["user_metadata", "role"])),
        LintFinding.firebaseCustomToken,
        LintFinding.idToken(claim: "nonce"),
        LintFinding.organizationByName,
        LintFinding.authorizedPartyAlone,
        LintFinding.clerkVersion1(claim: "org_slug"),
      ]
        + LintFinding.PersonalData.allCases.map { LintFinding.personalData($0, pointer) })
  ]
}
