import JWTIssuing
import JWTValidation

extension Attack {
  /// The text is not the one compact form that a verifier reads (RFC 7515 §7.1).
  static func forms(_ mint: TrialMint) throws(SigningError) -> [Attack] {
    let parts = mint.parts
    return [
      Attack(
        "too few or too many parts",
        [
          parts.prefix(2).joined(separator: "."), mint.good + ".", mint.good + ".AAAA",
          mint.good + ".AAAA.AAAA", "." + mint.good,
        ]),
      Attack(
        "white space around the token", [" " + mint.good, mint.good + " ", "\n" + mint.good]),
      Attack(
        "the same in JSON serialization",
        [
          #"{"payload":"\#(parts[1])","protected":"\#(parts[0])","signature":"\#(parts[2])"}"#
        ]),
      Attack(
        "claims that are no JSON object",
        [
          try mint.token(payload: [UInt8(ascii: "[")] + mint.claims.encoded() + [0x5D]),
          try mint.token(payload: mint.claims.encoded().dropLast()),
          try mint.token(payload: mint.claims.encoded() + [UInt8(ascii: "x")]),
        ]),
      Attack(
        "claims that are no UTF-8",
        [
          try mint.token(
            payload: mint.claims.encoded().dropLast() + Array(#","x":""#.utf8) + [0xC0, 0x80]
              + Array(#""}"#.utf8))
        ]),
    ]
  }
}
