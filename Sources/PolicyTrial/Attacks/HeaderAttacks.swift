import JWTIssuing
import JWTValidation

extension Attack {
  /// The header asks for what is not understood, or for two things at once; the signature is good.
  static func headers(_ mint: TrialMint) throws(SigningError) -> [Attack] {
    let critical: [(name: String, header: JSONTree)] = [
      (
        "crit that names an unknown extension",
        mint.header.setting("crit", ["urn:trial"]).setting("urn:trial", true)
      ),
      ("crit that names nothing", mint.header.setting("crit", [])),
      ("crit that names what is not there", mint.header.setting("crit", ["urn:trial"])),
      ("crit that names a registered parameter", mint.header.setting("crit", ["alg"])),
      (
        "a payload that is not encoded (b64)",
        mint.header.setting("crit", ["b64"]).setting("b64", false)
      ),
    ]
    var attacks: [Attack] = []
    for (name, header) in critical {
      attacks.append(Attack(name, [try mint.token(header: header)]))
    }
    return attacks + [
      Attack("a header parameter twice", try doubledHeaders(mint)),
      Attack("a claim twice", try doubledClaims(mint)),
    ]
  }

  private static func doubledHeaders(_ mint: TrialMint) throws(SigningError) -> [String] {
    var tokens: [String] = []
    for member in [#","alg":"none""#, #","\u0061lg":"none""#, #","kid":"other""#] {
      tokens.append(
        try mint.token(
          rawHeader: mint.header.encoded().dropLast() + Array((member + "}").utf8),
          payload: mint.claims.encoded()))
    }
    return tokens
  }

  private static func doubledClaims(_ mint: TrialMint) throws(SigningError) -> [String] {
    var tokens: [String] = []
    for member in [#","sub":"administrator""#, #","exp":4102444800"#, #","s\u0075b":"root""#] {
      tokens.append(
        try mint.token(payload: mint.claims.encoded().dropLast() + Array((member + "}").utf8)))
    }
    return tokens
  }
}
