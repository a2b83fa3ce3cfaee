public import JWTIssuing
import StrictCoding

extension TokenMint {
  /// A token with one defect, and good in every other way.
  ///
  /// - Throws: `SigningError` if the defect does not apply to the mint's algorithm (then
  ///   `.key(.algorithmMismatch)`), or if libcrypto fails.
  public func token(_ defect: TokenDefect) throws(SigningError) -> String {
    guard defect.applies(to: key.algorithm) else {
      throw .key(
        .algorithmMismatch(
          algorithm: key.algorithm, type: key.signing.keyType, curve: key.signing.curve))
    }
    switch defect {
    case .withoutSignaturePart, .fiveParts, .lineEndBehind, .paddedSignature,
      .signatureWithTrailingBits:
      return misshapen(defect, try token())
    case .withoutAlgorithm, .unknownCriticalParameter, .duplicateClaim, .claimsCutShort,
      .claimsNotUTF8, .claimsNotAnObject:
      return try tokenWithBrokenJSON(defect)
    case .unsecured, .unsecuredInOtherLetterCase, .publicKeyAsSecret, .unknownKeyID, .otherKey:
      return try tokenOfWrongKey(defect)
    case .emptySignature, .changedClaims, .changedHeader, .changedSignature, .shortSignature,
      .signatureInDER, .zeroSignature:
      return try tokenWithWrongSignature(defect)
    case .expired, .expiresNow, .withoutExpiration, .expirationInMilliseconds, .expirationAsText,
      .notYetValid, .issuedInFuture, .otherIssuer, .withoutIssuer, .otherAudience,
      .withoutAudience:
      return try tokenWithWrongClaims(defect)
    }
  }

  private func misshapen(_ defect: TokenDefect, _ token: String) -> String {
    let parts = token.split(separator: ".")
    switch defect {
    case .withoutSignaturePart: return parts.dropLast().joined(separator: ".")
    case .fiveParts: return token + ".AAAA.AAAA"
    case .lineEndBehind: return token + "\n"
    case .paddedSignature: return token + "="
    default:
      // Two or four bits of the last character belong to no byte and are zero, so that its value is
      // a multiple of four. The next character of the alphabet has one of them set, and stands right
      // behind it in ASCII too.
      var characters = Array(token.utf8)
      characters[characters.count - 1] += 1
      return String(decoding: characters, as: UTF8.self)
    }
  }

  private func tokenWithBrokenJSON(_ defect: TokenDefect) throws(SigningError) -> String {
    let good = claims.encoded()
    switch defect {
    case .withoutAlgorithm: return try token(header: Array(#"{"typ":"JWT"}"#.utf8), payload: good)
    case .unknownCriticalParameter:
      return try token(
        header: header(adding: [("crit", ["urn:test"]), ("urn:test", true)]), payload: good)
    case .duplicateClaim:
      return try token(
        header: header(), payload: good.dropLast() + Array(#","sub":"user-2"}"#.utf8))
    case .claimsCutShort: return try token(header: header(), payload: good.dropLast())
    case .claimsNotUTF8:
      return try token(
        header: header(),
        payload: good.dropLast() + Array(#","x":""#.utf8) + [0xFF] + Array(#""}"#.utf8))
    default: return try token(header: header(), payload: [UInt8(ascii: "[")] + good + [0x5D])
    }
  }

  private func tokenOfWrongKey(_ defect: TokenDefect) throws(SigningError) -> String {
    let payload = claims.encoded()
    switch defect {
    case .unsecured, .unsecuredInOtherLetterCase:
      let name = defect == .unsecured ? "none" : "nOnE"
      let signed = try token(header: header(algorithm: name), payload: payload)
      return signed.split(separator: ".").dropLast().joined(separator: ".") + "."
    case .publicKeyAsSecret:
      let pem = try key.signing.publicPEM() ?? ""
      let signer = try TokenSigner(key: .uncheckedSecret(Array(pem.utf8)), algorithm: .hs256)
      return try signer.signUnchecked(
        header: header(algorithm: SignatureAlgorithm.hs256.name), payload: payload)
    case .unknownKeyID:
      return try TokenSigner(
        key: key.signing, algorithm: key.algorithm, keyID: key.keyID + "-unknown"
      ).sign(payload: payload)
    default:
      let other = try SigningKey.generate(for: key.algorithm, keyID: key.keyID)
      return try TokenSigner(key: other, algorithm: key.algorithm).sign(payload: payload)
    }
  }

  private func tokenWithWrongClaims(_ defect: TokenDefect) throws(SigningError) -> String {
    let seconds = now.seconds
    switch defect {
    case .expired:
      return try token(claims: ["iat": .integer(seconds - 3600), "exp": .integer(seconds - 1)])
    case .expiresNow:
      return try token(claims: ["iat": .integer(seconds - 600), "exp": .integer(seconds)])
    case .withoutExpiration: return try token(without: ["exp"])
    case .expirationInMilliseconds:
      return try token(claims: ["exp": .integer((seconds + 600) * 1000)])
    case .expirationAsText: return try token(claims: ["exp": .string(String(seconds + 600))])
    case .notYetValid: return try token(claims: ["nbf": .integer(seconds + 1)])
    case .issuedInFuture: return try token(claims: ["iat": .integer(seconds + 1)])
    case .otherIssuer: return try token(claims: ["iss": .string(issuer + "/")])
    case .withoutIssuer: return try token(without: ["iss"])
    case .otherAudience: return try token(claims: ["aud": [.string(audience + ".other")]])
    default: return try token(without: ["aud"])
    }
  }

  /// The text of a header like that of good tokens.
  func header(
    algorithm: String? = nil, adding extra: [(name: String, value: JSONTree)] = []
  ) -> [UInt8] {
    JSONTree.object(
      [
        (name: "alg", value: JSONTree.string(algorithm ?? key.algorithm.name)),
        (name: "typ", value: "JWT"), (name: "kid", value: .string(key.keyID)),
      ] + extra
    ).encoded()
  }
}
