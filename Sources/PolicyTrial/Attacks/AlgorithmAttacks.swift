import JWTIssuing
import JWTValidation

extension Attack {
  /// The token says how it wants to be verified (RFC 8725 §2.1).
  static func algorithms(_ mint: TrialMint) throws(SigningError) -> [Attack] {
    [
      Attack("alg none in every letter case, without a signature", unsecured(mint) { _ in "" }),
      Attack("alg none in every letter case, with a signature", unsecured(mint) { $0.last ?? "" }),
      Attack("the public key as an HMAC secret", try publicKeyAsSecret(mint)),
      Attack("the right key under an algorithm that is not listed", try unlisted(mint)),
      Attack("a header that names another algorithm than the signature's", try renamed(mint)),
    ]
  }

  private static func unsecured(
    _ mint: TrialMint, _ signature: ([String]) -> String
  ) -> [String] {
    let letters: [[String]] = [["n", "N"], ["o", "O"], ["n", "N"], ["e", "E"]]
    let names = letters.reduce([""]) { names, next in
      names.flatMap { name in next.map { name + $0 } }
    }
    return names.map { name in
      let header = mint.header.setting("alg", .string(name)).encoded()
      return [
        TrialMint.encoded(header), TrialMint.encoded(mint.claims.encoded()), signature(mint.parts),
      ].joined(separator: ".")
    }
  }

  /// Every form in which a forger has the public key, under every HMAC algorithm.
  private static func publicKeyAsSecret(_ mint: TrialMint) throws(SigningError) -> [String] {
    guard let pem = try mint.key.publicPEM(), let jwk = try mint.key.publicJWK() else { return [] }
    let text = Array(pem.utf8)
    var trimmed = text
    while trimmed.last == UInt8(ascii: "\n") { trimmed.removeLast() }
    var tokens: [String] = []
    for algorithm in [SignatureAlgorithm.hs256, .hs384, .hs512] {
      for secret in [text, trimmed, jwk.encoded()] {
        tokens.append(
          try TrialMint.token(
            mint.header.setting("alg", .string(algorithm.name)), mint.claims.encoded(),
            .uncheckedSecret(secret), algorithm))
      }
    }
    return tokens
  }

  private static func unlisted(_ mint: TrialMint) throws(SigningError) -> [String] {
    var tokens: [String] = []
    for algorithm in SignatureAlgorithm.allCases
    where !mint.policy.algorithms.contains(algorithm)
      && algorithm.fits(mint.key.keyType, curve: mint.key.curve)
    {
      // A secret may be too short for a longer hash; then there is no such token.
      guard
        let token = try? TrialMint.token(
          mint.header.setting("alg", .string(algorithm.name)), mint.claims.encoded(), mint.key,
          algorithm)
      else { continue }
      tokens.append(token)
    }
    return tokens
  }

  private static func renamed(_ mint: TrialMint) throws(SigningError) -> [String] {
    var tokens: [String] = []
    for algorithm in SignatureAlgorithm.allCases
    where algorithm != mint.algorithm && !isSameSignature(algorithm, mint.algorithm) {
      tokens.append(
        try mint.token(header: mint.header.setting("alg", .string(algorithm.name))))
    }
    return tokens
  }

  /// RFC 9864 gives the two signatures of EdDSA new names; both stand for the same bytes.
  private static func isSameSignature(_ a: SignatureAlgorithm, _ b: SignatureAlgorithm) -> Bool {
    a.keyType == .okp && b.keyType == .okp
  }
}
