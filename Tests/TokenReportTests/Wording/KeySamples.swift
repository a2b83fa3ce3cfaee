import JWTValidation
import TokenReport

extension WordingSamples {
  static let keys: [Group] = [
    Group(
      type: "JWKError",
      values: [
        JWKError.json(JSONError(.trailingContent, offset: 40)),
        JWKError.notAKey,
        JWKError.missingMember("n"),
        JWKError.wrongType(member: "keys", expected: .array),
        JWKError.wrongType(member: "keys", expected: .object),
        JWKError.wrongType(member: "x", expected: .string),
        JWKError.encoding(member: "n", .standardAlphabet(UInt8(ascii: "/"), offset: 20)),
        JWKError.wrongLength(member: "x", expected: 32, found: 31),
        JWKError.wrongLength(member: "n", expected: nil, found: 257),
        JWKError.wrongLength(member: "e", expected: nil, found: 0),
        JWKError.unknownKeyType("AKP"),
        JWKError.unknownCurve("X25519"),
        JWKError.unknownAlgorithm("RSA-OAEP"),
        JWKError.inconsistent(member: "alg", value: "ES384"),
        JWKError.notForSignatures(use: "enc"),
        JWKError.operationNotAllowed(needed: [.verify, .sign]),
        JWKError.duplicateOperation("verify"),
        JWKError.privatePartUnusable(member: "dp"),
        JWKError.privatePartUnusable(member: "oth"),
      ]),
    Group(
      type: "PEMError",
      values: [
        PEMError.noBlock,
        PEMError.unterminated(label: "PUBLIC KEY"),
        PEMError.unterminated(label: ""),
        PEMError.encoding(label: "PUBLIC KEY", offset: 70),
        PEMError.encrypted(label: "RSA PRIVATE KEY"),
      ]),
    Group(
      type: "KeyError",
      values: [
        KeyError.empty,
        KeyError.unrecognized,
        KeyError.pem(.unterminated(label: "CERTIFICATE")),
        KeyError.jwk(.missingMember("e")),
        KeyError.malformed,
        KeyError.trailingData(count: 2),
        KeyError.unsupportedType("X25519"),
        KeyError.unsupportedCurve("brainpoolP256r1"),
        KeyError.notOnCurve,
        KeyError.encrypted,
        KeyError.inconsistent,
        KeyError.badExponent,
        KeyError.rsaTooSmall(bits: 1024),
        KeyError.rsaTooLarge(bits: 65_536),
        KeyError.hmacTooShort(byteCount: 12, needed: 32, algorithm: .hs256),
        KeyError.pemAsSecret,
        KeyError.jwkAsSecret,
        KeyError.derAsSecret,
        KeyError.algorithmMismatch(algorithm: .es256, type: .ec, curve: .p384),
        KeyError.algorithmMismatch(algorithm: .edDSA, type: .rsa, curve: nil),
        KeyError.algorithmMismatch(algorithm: .rs256, type: .oct, curve: nil),
        KeyError.algorithmMismatch(algorithm: .hs256, type: .okp, curve: .ed25519),
        KeyError.algorithmMismatch(algorithm: .rs256, type: .rsa, curve: nil, pinned: .rs512),
        KeyError.privateKeyNeeded,
        KeyError.unavailable("Ed448"),
      ]),
    Group(type: "SkippedKey", values: skipped),
    Group(
      type: "PolicyError",
      values: [
        PolicyError.noAlgorithms,
        PolicyError.mixedAlgorithms,
        PolicyError.noUsableKey(),
        PolicyError.noUsableKey(skipped: [
          SkippedKey(index: 1, keyID: "a", reason: .jwk(.unknownKeyType("X")))
        ]),
        PolicyError.negativeDuration,
        PolicyError.emptyName(member: "audience"),
        PolicyError.issuerNotNamed,
        PolicyError.duplicateIssuer("https://id.example"),
        PolicyError.key(.hmacTooShort(byteCount: 31, needed: 64, algorithm: .hs512)),
      ]),
  ]

  /// Only reading a set makes them.
  private static let skipped: [any Worded] = {
    let set = #"{"keys":[{"kty":"oct"},{"kty":"AKP","kid":"pq"}]}"#
    return (try? VerificationKeys.jwks(set.utf8))?.skipped ?? []
  }()
}
