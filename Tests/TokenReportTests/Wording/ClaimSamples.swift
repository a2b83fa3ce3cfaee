import JWTValidation
import TokenReport

extension WordingSamples {
  private static let now = NumericDate(seconds: 1_767_398_400)
  private static let hourAgo = NumericDate(seconds: 1_767_394_800)
  private static let soon = NumericDate(seconds: 1_767_398_585)

  static let expired: any Worded = ClaimFailure.expired(at: hourAgo, now: now)

  static let claims: [Group] = [
    Group(
      type: "ClaimFailure",
      values: [
        ClaimFailure.missing(claim: "exp"),
        ClaimFailure.missing(claim: "iat"),
        ClaimFailure.missing(claim: "iss"),
        ClaimFailure.missing(claim: "aud"),
        ClaimFailure.missing(claim: "sub"),
        ClaimFailure.missing(claim: "typ"),
        ClaimFailure.missing(claim: "tenant"),
        ClaimFailure.wrongType(claim: "exp", expected: [.number], found: .string),
        ClaimFailure.wrongType(claim: "iat", expected: [.number], found: .null),
        ClaimFailure.wrongType(claim: "aud", expected: [.string, .array], found: .number),
        ClaimFailure.wrongType(claim: "sub", expected: [.string], found: .boolean),
        ClaimFailure.outOfRange(claim: "exp"),
        ClaimFailure.milliseconds(claim: "exp", value: NumericDate(seconds: 1_767_398_400_000)),
        ClaimFailure.expired(at: hourAgo, now: now),
        ClaimFailure.expired(at: now, now: now),
        ClaimFailure.expired(at: now, now: soon),
        ClaimFailure.notYetValid(from: soon, now: now),
        ClaimFailure.issuedInFuture(
          at: NumericDate(seconds: 1_767_398_430, nanoseconds: 250_000_000), now: now),
        ClaimFailure.tooOld(age: 3601, limit: 3600),
        ClaimFailure.tooOld(age: 9000, limit: 3600),
        ClaimFailure.lifetimeTooLong(lifetime: 604_800, limit: 172_800),
        ClaimFailure.lifetimeTooLong(lifetime: 172_801, limit: 172_800),
        ClaimFailure.expiresBeforeIssued(issuedAt: now, expiresAt: hourAgo),
        ClaimFailure.expiresBeforeIssued(issuedAt: now, expiresAt: now),
        ClaimFailure.issuerMismatch(accepted: ["https://id.example"]),
        ClaimFailure.audienceMismatch(accepted: (1...8).map { "service-\($0)" }),
        ClaimFailure.issuerMismatch(accepted: []),
        ClaimFailure.audienceMismatch(accepted: []),
        ClaimFailure.subjectMismatch,
        ClaimFailure.typeMismatch(accepted: "at+jwt"),
        ClaimFailure.authorizedPartyMismatch,
        ClaimFailure.nonceMismatch,
        ClaimFailure.accessTokenHashMismatch,
        ClaimFailure.untrustedAudience,
        ClaimFailure.notEqual(at: JSONPointer(members: ["plan"]), value: "pro"),
        ClaimFailure.notEqual(at: JSONPointer(members: ["device", "trusted"]), value: true),
        ClaimFailure.notOneOf(at: JSONPointer(members: ["level"]), values: [2, 3]),
        ClaimFailure.notContaining(at: JSONPointer(members: ["roles"]), value: "auditor"),
      ]),
    Group(
      type: "Observation",
      values: [
        Observation.unsecured,
        Observation.unknownAlgorithm("hs256"),
        Observation.keyInHeader(parameter: "jku"),
        Observation.expired(at: hourAgo),
        Observation.notYetValid(from: soon),
        Observation.issuedInFuture(at: soon),
        Observation.unusableClaim(.wrongType(claim: "exp", expected: [.number], found: .string)),
        Observation.audienceNotChecked,
        Observation.neverExpires,
      ]),
    Group(
      type: "Finding",
      values: [
        Finding.token(.encrypted),
        Finding.header(.criticalEmpty),
        Finding.key(.ambiguousKeyID("k1", count: 2)),
        Finding.signature(.invalid(keysTried: 1)),
        Finding.claim(.subjectMismatch),
        Finding.observation(.neverExpires),
      ]),
  ]
}
