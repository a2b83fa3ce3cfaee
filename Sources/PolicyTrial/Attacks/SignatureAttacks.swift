import JWTIssuing
import JWTValidation

extension Attack {
  /// The signed text or the signature is changed after signing.
  static func signatures(_ mint: TrialMint) throws(SigningError) -> [Attack] {
    let text = mint.parts.last ?? ""
    let signature = mint.signature
    var changed = signature
    if !changed.isEmpty { changed[changed.count - 1] ^= 1 }
    return [
      Attack("claims edited after signing", edited(mint)),
      Attack("a header edited after signing", [editedHeader(mint)]),
      Attack("no signature", [mint.good(signatureText: "")]),
      Attack("one bit of the signature changed", [mint.good(signature: changed)]),
      Attack(
        "a signature of zeros",
        [mint.good(signature: [UInt8](repeating: 0, count: signature.count))]),
      Attack(
        "a signature that is too short or too long",
        [
          mint.good(signature: signature.dropLast()),
          mint.good(signature: Array(signature.dropFirst())),
          mint.good(signature: [0] + signature), mint.good(signature: signature + [0]),
        ]),
      Attack("a signature with padding", ["=", "=="].map { mint.good(signatureText: text + $0) }),
      Attack(
        "a signature with white space",
        [" ", "\n", "\r\n", "\t"].map { mint.good(signatureText: text + $0) }),
      Attack("a signature with bits that belong to no byte", trailingBits(mint, text)),
      Attack("a signature in the standard alphabet", try standardAlphabet(mint)),
      Attack(
        "an ECDSA signature in DER",
        isECDSA(mint) ? [mint.good(signature: DERSignature.bytes(of: signature))] : []),
      Attack("an ECDSA signature with r and s swapped", isECDSA(mint) ? [swapped(mint)] : []),
    ]
  }

  private static func edited(_ mint: TrialMint) -> [String] {
    let claims = [
      mint.claims.setting("sub", "administrator"), mint.claims.setting("isAdmin", true),
      mint.claims.setting("exp", .integer(mint.now.seconds + 599)),
    ]
    return claims.map { claims in
      [mint.parts[0], TrialMint.encoded(claims.encoded()), mint.parts[2]].joined(separator: ".")
    }
  }

  private static func editedHeader(_ mint: TrialMint) -> String {
    let header = mint.header.encoded() + [0x20]
    return [TrialMint.encoded(header), mint.parts[1], mint.parts[2]].joined(separator: ".")
  }

  /// The last character of base64url may have bits that no byte uses (RFC 4648 §3.5).
  private static func trailingBits(_ mint: TrialMint, _ text: String) -> [String] {
    guard !text.utf8.count.isMultiple(of: 4), let last = text.utf8.last else { return [] }
    // The unused bits are zero, so the value is a multiple of four; the next character differs in
    // them only, and stands right behind it in ASCII too.
    let characters = text.utf8.dropLast() + [last + 1]
    return [mint.good(signatureText: String(decoding: characters, as: UTF8.self))]
  }

  private static func standardAlphabet(_ mint: TrialMint) throws(SigningError) -> [String] {
    // Not every signature has one of the two characters; one of many surely has.
    for number in Int64(0)..<64 {
      let token = try mint.token(claims: mint.claims.setting("trial", .integer(number)))
      guard let dot = token.utf8.lastIndex(of: UInt8(ascii: ".")) else { continue }
      let signature = token[dot...].utf8.map { byte in
        byte == UInt8(ascii: "-")
          ? UInt8(ascii: "+") : byte == UInt8(ascii: "_") ? UInt8(ascii: "/") : byte
      }
      guard !signature.elementsEqual(token[dot...].utf8) else { continue }
      return [token[..<dot] + String(decoding: signature, as: UTF8.self)]
    }
    return []
  }

  private static func isECDSA(_ mint: TrialMint) -> Bool { mint.algorithm.keyType == .ec }

  private static func swapped(_ mint: TrialMint) -> String {
    let half = mint.signature.count / 2
    return mint.good(signature: Array(mint.signature[half...] + mint.signature[..<half]))
  }
}
