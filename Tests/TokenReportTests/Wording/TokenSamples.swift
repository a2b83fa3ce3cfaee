import JWTValidation
import TokenReport

extension WordingSamples {
  static let token: [Group] = [
    Group(
      type: "TokenError",
      values: [
        TokenError.empty,
        TokenError.tooLarge(count: 2_000_000, limit: 1_048_576),
        TokenError.segmentCount(1),
        TokenError.segmentCount(2),
        TokenError.payloadPresent,
        TokenError.segmentCount(4),
        TokenError.encrypted,
        TokenError.jsonSerialization,
        TokenError.encoding(.payload, .padding(offset: 112)),
        TokenError.encoding(.signature, .impossibleLength(count: 45)),
        TokenError.json(.header, JSONError(.duplicateMember, offset: 14)),
        TokenError.json(.payload, JSONError(.unexpectedEnd(expected: .value), offset: 8)),
        TokenError.notAnObject(.header, found: .array),
        TokenError.notAnObject(.payload, found: .boolean),
      ]),
    Group(
      type: "HeaderError",
      values: [
        HeaderError.algorithmMissing,
        HeaderError.wrongType(parameter: "kid", expected: .string, found: .number),
        HeaderError.wrongType(parameter: "crit", expected: .array, found: .string),
        HeaderError.criticalEmpty,
        HeaderError.criticalDuplicate(name: "b64"),
        HeaderError.criticalAbsent(name: "http://example.com/odd"),
        HeaderError.criticalStandard(name: "alg"),
        HeaderError.criticalUnsupported(name: "\u{1B}[31mred\u{202E}\u{7}"),
        HeaderError.criticalUnsupported(name: String(repeating: "\u{0}ä", count: 500)),
        HeaderError.unencodedNotCritical,
        HeaderError.unencodedPayload,
        HeaderError.embeddedPrivateKey,
      ]),
    Group(
      type: "KeySelectionError",
      values: [
        KeySelectionError.unsecured,
        KeySelectionError.algorithmNotAllowed(name: "HS256", allowed: [.es256, .es384]),
        KeySelectionError.algorithmNotAllowed(name: "", allowed: [.es256]),
        KeySelectionError.unknownKeyID("2024-\"old\""),
        KeySelectionError.ambiguousKeyID("k1", count: 2),
        KeySelectionError.keyNotForAlgorithm(keyID: "k1", algorithm: .rs256),
        KeySelectionError.noCompatibleKey(algorithm: .edDSA),
        KeySelectionError.keyIDNeeded(limit: 16),
        KeySelectionError.keysUnavailable,
        KeySelectionError.unknownIssuer,
        KeySelectionError.issuerNeeded,
      ]),
    Group(
      type: "SignatureFailure",
      values: [
        SignatureFailure.missing,
        SignatureFailure.wrongLength(expected: 64, found: 71),
        SignatureFailure.invalid(keysTried: 1),
        SignatureFailure.invalid(keysTried: 3),
      ]),
  ]
}
