extension CodeCatalog {
  /// The codes about DPoP proofs.
  static let dpop = CodeFamily(
    title: "proofs of a key (DPoP)",
    introduction: """
      An access token that is bound to a key comes with a proof, a small token that the key has signed \
      for this one request (RFC 9449). What is wrong with its form has the codes of every token.
      """,
    codes: [
      CodeExplanation(
        code: "dpop.missing",
        title: "no proof",
        meaning: "The request has an access token under the scheme DPoP and no proof.",
        reason: "Without a proof anybody who has got hold of the token could use it.",
        example: .words("Authorization: DPoP … and no header field DPoP"),
        remedy: "Send a proof in the header field DPoP.",
        basis: .standards(["RFC 9449 §4.3"])),
      CodeExplanation(
        code: "dpop.several",
        title: "several proofs",
        meaning: "The request has more than one header field DPoP.",
        reason: "Two programs could look at different ones.",
        example: .words("two header fields DPoP"),
        remedy: "Send one proof, made for this request.",
        basis: .standards(["RFC 9449 §4.3"])),
      CodeExplanation(
        code: "dpop.typ",
        title: "not a proof",
        meaning: "The header's typ is not dpop+jwt.",
        reason: "A token that was made for something else must not pass for a proof.",
        example: .words("{\"typ\": \"JWT\", \"alg\": \"ES256\", \"jwk\": {…}}"),
        remedy: "Make proofs with typ dpop+jwt, and nothing else with it.",
        basis: .standards(["RFC 9449 §4.3", "RFC 8725 §3.11"])),
      CodeExplanation(
        code: "dpop.alg",
        title: "algorithm not allowed for proofs",
        meaning: """
          The proof is signed with an algorithm that is not accepted, or with none, or with an \
          HMAC.
          """,
        reason: """
          A key that is sent along proves nothing if it is a secret, and weak algorithms can \
          be forged.
          """,
        example: .words("{\"typ\": \"dpop+jwt\", \"alg\": \"HS256\"}"),
        remedy: "Use an algorithm that algs in the challenge names.",
        basis: .standards(["RFC 9449 §4.3", "RFC 8725 §3.1"])),
      CodeExplanation(
        code: "dpop.key-missing",
        title: "no key in the proof",
        meaning: "The proof's header has no jwk.",
        reason: "The proof is checked with the key that it holds.",
        example: .words("{\"typ\": \"dpop+jwt\", \"alg\": \"ES256\", \"kid\": \"k1\"}"),
        remedy: "Put the public key into jwk.",
        basis: .standards(["RFC 9449 §4.2", "RFC 9449 §4.3"])),
      CodeExplanation(
        code: "dpop.claim-missing",
        title: "proof without a claim",
        meaning: "The proof lacks jti, htm, htu or iat.",
        reason: "Without one of them it could be used for another request, or again.",
        example: .words(
          """
          {"htm": "GET", "htu": "https://api.example/orders", "iat": 1767225600} without jti
          """),
        remedy: "Put all of them into every proof.",
        basis: .standards(["RFC 9449 §4.2", "RFC 9449 §4.3"])),
      CodeExplanation(
        code: "dpop.htm",
        title: "proof for another method",
        meaning: "The proof's htm is not the method of the request, letter case included.",
        reason: """
          A proof that was seen on a reading request must not be good for a writing one.
          """,
        example: .words("{\"htm\": \"GET\"} with a request by POST"),
        remedy: "Make a proof for each request.",
        basis: .standards(["RFC 9449 §4.3"])),
      CodeExplanation(
        code: "dpop.htu",
        title: "proof for another URL",
        meaning: "The proof's htu is not the URL of the request, query and fragment aside.",
        reason: "A proof that was made for another server or path must not be good here.",
        example: .words("{\"htu\": \"https://other.example/orders\"}"),
        remedy: """
          Make a proof for each request. Behind a gateway, compare with the URL that the \
          client asked for.
          """,
        basis: .standards(["RFC 9449 §4.3", "RFC 3986 §6.2.2"])),
      CodeExplanation(
        code: "dpop.too-old",
        title: "proof too old",
        meaning: "The proof was made longer ago than is accepted.",
        reason: "A proof that was stolen must soon be worthless.",
        example: .words("an iat of two minutes ago where one minute is accepted"),
        remedy: "Make a proof for each request, and set the clock.",
        basis: .standards(["RFC 9449 §4.3", "RFC 9449 §11.1"])),
      CodeExplanation(
        code: "dpop.in-future",
        title: "proof from the future",
        meaning: "The proof's iat lies ahead by more than clocks may differ.",
        reason: "Proofs that are made in advance can be stolen in advance.",
        example: .words("an iat of one minute ahead"),
        remedy: "Set the clock.",
        basis: .standards(["RFC 9449 §4.3", "RFC 9449 §11.1"])),
      CodeExplanation(
        code: "dpop.ath",
        title: "proof for another token",
        meaning: "The proof's ath is not the digest of the access token, or is not there.",
        reason: "A proof is for one token, so that it cannot lend its strength to another.",
        example: .words("a proof made for a token request, without ath"),
        remedy: "Put the base64url of the SHA-256 of the token's text into ath.",
        basis: .standards(["RFC 9449 §4.3"])),
      CodeExplanation(
        code: "dpop.jkt",
        title: "token of another key",
        meaning: """
          The thumbprint in the token's cnf.jkt is not that of the key that made the proof.
          """,
        reason: "Somebody uses a token that was made for another client.",
        example: .words("{\"cnf\": {\"jkt\": \"…\"}} with the thumbprint of another key"),
        remedy: "Sign proofs with the key that the token was asked for with.",
        basis: .standards(["RFC 9449 §4.3", "RFC 9449 §6.1"])),
      CodeExplanation(
        code: "dpop.token-not-bound",
        title: "token bound to no key",
        meaning: "The access token has no cnf.jkt.",
        reason: """
          A token that anybody can use gains nothing by a proof; it must not look as if it \
          did.
          """,
        example: .words("an access token without cnf"),
        remedy: "Have the token made for a key, or take it as a bearer token.",
        basis: .standards(["RFC 9449 §6.1", "RFC 9449 §7.1"])),
      CodeExplanation(
        code: "dpop.nonce",
        title: "nonce needed",
        meaning: "The proof lacks the nonce that the server asks for, or has an old one.",
        reason: "With a nonce proofs cannot be made in advance.",
        example: .words("a first request, before the server has said a nonce"),
        remedy: "Put the value of the header field DPoP-Nonce into nonce and try again.",
        basis: .standards(["RFC 9449 §9", "RFC 9449 §8"])),
      CodeExplanation(
        code: "dpop.replayed",
        title: "proof used before",
        meaning: "A proof with this jti was used with this key before.",
        reason: "Somebody may have seen it and try it again.",
        example: .words("the same request sent twice with the same proof"),
        remedy: "Make a proof for each request, with a jti of its own.",
        basis: .standards(["RFC 9449 §11.1", "RFC 9449 §4.3"])),
    ])
}
