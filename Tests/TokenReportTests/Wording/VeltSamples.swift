import JWTValidation
import TokenReport

@testable import Velt

extension WordingSamples {
  private static let issuedAt = NumericDate(seconds: 1_767_225_600)
  private static let place = JSONPointer(members: ["data", "isAdmin"])
  private static let places = [JSONPointer(members: ["userId"]), JSONPointer(members: ["sub"])]

  static let velt: [Group] = [
    Group(
      type: "TokenMistake",
      values: [
        TokenMistake.successEnvelope,
        TokenMistake.failureEnvelope,
        TokenMistake.placeholder(.undefined),
        TokenMistake.placeholder(.object),
      ]),
    Group(
      type: "ClaimFinding",
      values: [
        ClaimFinding.ambiguous(.userId, at: places),
        ClaimFinding.wrongType(.isAdmin, at: place, expected: .boolean, found: .string),
        ClaimFinding.wrongType(.email, at: place, expected: .string, found: .boolean),
      ]),
    Group(
      type: "RequestFinding",
      values: [
        RequestFinding.userIdMismatch(.different),
        RequestFinding.userIdMismatch(.letterCase),
        RequestFinding.organizationMismatch(.different),
        RequestFinding.organizationMismatch(.missing),
        RequestFinding.adminMissing(.missing),
        RequestFinding.adminMissing(.different),
        RequestFinding.adminNotRequested(at: [place]),
        RequestFinding.emailMismatch(.letterCase),
        RequestFinding.emailMismatch(.missing),
        RequestFinding.emailNotRequested(at: [JSONPointer(members: ["email"])]),
      ]),
    Group(
      type: "IdentifyFinding",
      values: [
        IdentifyFinding.userIdMismatch(.different),
        IdentifyFinding.userIdMismatch(.missing),
        IdentifyFinding.organizationMismatch(.notGiven),
        IdentifyFinding.organizationMismatch(.different),
        IdentifyFinding.emailMismatch(.letterCase),
        IdentifyFinding.adminSet,
      ]),
    Group(
      type: "WindowFinding",
      values: [
        WindowFinding.passed(
          at: issuedAt.advanced(bySeconds: 172_800), now: issuedAt.advanced(bySeconds: 176_400)),
        WindowFinding.unknown,
        WindowFinding.notFresh(
          issuedAt: issuedAt, requestedAt: issuedAt.advanced(bySeconds: 7200), difference: -7200),
        WindowFinding.notFresh(
          issuedAt: issuedAt.advanced(bySeconds: 600), requestedAt: issuedAt, difference: 600),
      ]),
    Group(
      type: "VeltFinding",
      values: [
        VeltFinding.mistake(.successEnvelope),
        VeltFinding.validation(.signature(.missing)),
        VeltFinding.signatureNotChecked(isRequired: false),
        VeltFinding.signatureNotChecked(isRequired: true),
        VeltFinding.claim(.ambiguous(.userId, at: places)),
        VeltFinding.request(.organizationMismatch(.different)),
        VeltFinding.identify(.adminSet),
        VeltFinding.window(.unknown),
      ]),
    Group(type: "DocumentError", values: documents),
  ]

  private static let documents: [any Worded] = {
    let user = JSONPointer(members: ["data", "userId"])
    let list = JSONPointer(members: ["data", "permissions", "resources"])
    let status = JSONPointer(members: ["result", "status"])
    let whole = JSONPointer(members: [])
    let rows: [(DocumentError.Document, DocumentError.Reason, JSONPointer)] = [
      (.request, .json(JSONError(.unexpectedEnd(expected: .commaOrBrace), offset: 9)), whole),
      (.request, .missingMember(expected: .string), user),
      (.request, .wrongType(expected: .string, found: .number), user),
      (.request, .wrongType(expected: .boolean, found: .string), place),
      (.identify, .wrongType(expected: .object, found: .array), whole),
      (.identify, .wrongType(expected: .string, found: .null), JSONPointer(members: ["email"])),
      (.request, .emptyMember, user),
      (.response, .emptyMember, JSONPointer(members: ["result", "data", "token"])),
      (.request, .severalOrganizations, list),
      (.response, .notAnEnvelope, whole),
      (.response, .unexpectedStatus, status),
    ]
    return rows.map { DocumentError($0.0, $0.1, at: $0.2, offset: 0) }
  }()
}
