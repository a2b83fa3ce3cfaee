import JWTValidation
import KeyPublication
import TokenReport

@testable import PolicyFile

extension WordingSamples {
  static let policyFile: [Group] = [
    Group(
      type: "PolicyFileError",
      values: [
        sample(.json(JSONError(.duplicateMember, offset: 7)), []),
        sample(.missingMember, ["audience"]),
        sample(.unknownMember(known: ["version", "issuers"]), ["isuers"]),
        sample(.wrongType(expected: [.object], found: .array), []),
        sample(.wrongType(expected: [.string, .array, .object], found: .null), ["issuer"]),
        sample(.empty, ["issuer", "ignored"]),
        sample(.unknownWord(known: ["required"]), ["expiration"]),
        sample(.unknownWord(known: ["ES256", "ES384", "ES512"]), ["algorithms", "0"]),
        sample(.unknownWord(known: []), ["claims", "/scope", "containsWord"]),
        sample(.outOfRange(minimum: 1, maximum: 3_155_760_000), ["lifetime"]),
        sample(.outOfRange(minimum: .min, maximum: .max), ["claims", "/level", "equals"]),
        sample(.reasonNeeded(limit: 300), ["leeway"]),
        sample(.duplicate, ["algorithms", "1"]),
        sample(.unsupportedVersion, ["version"]),
        sample(.pointer(.missingSlash), ["claims", "plan"]),
        sample(.keySource, ["keys", "0"]),
        sample(.secret, ["keys", "0", "jwk"]),
        sample(.key(.malformed), ["keys", "0", "pem"]),
        sample(.remote(.secretKeys), ["keys", "jwkSet"]),
        sample(.policy(.mixedAlgorithms), ["algorithms"]),
        sample(.severalIssuers, ["issuers"]),
      ])
  ]

  private static func sample(
    _ reason: PolicyFileError.Reason, _ path: [String]
  ) -> PolicyFileError {
    PolicyFileError(reason, at: JSONPointer(members: path), offset: 0)
  }
}
