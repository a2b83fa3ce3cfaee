extension CodeCatalog {
  /// The codes about the form of a token.
  static let token = CodeFamily(
    title: "the form of a token",
    introduction: """
      A signed token in its compact form has three parts: header, payload and signature, each in \
      base64url, with dots between them.
      """,
    codes: [
      CodeExplanation(
        code: "token.empty",
        title: "no token",
        meaning: "There is no text where a token should be.",
        reason: "Nothing was handed over; whoever called has no token or lost it on the way.",
        example: .token(""),
        remedy: "Look at the place the token was taken from.",
        basis: .standards(["RFC 7519 §7.2"])),
      CodeExplanation(
        code: "token.too-large",
        title: "token too large",
        meaning: """
          The text has more bytes than the limit, which is 1 MiB unless the program sets another. \
          Nothing of it was decoded.
          """,
        reason: "Work that a stranger can cause must have an end.",
        example: .words("a text of more than 1 MiB"),
        remedy: "Check that the text is a token; keep large data out of tokens.",
        basis: .ownRule("the limit is a decision of this library")),
      CodeExplanation(
        code: "token.segment-count",
        title: "wrong number of parts",
        meaning: """
          A signed token has exactly three parts between two dots. This text has another number.
          """,
        reason: """
          With two parts the signature was cut off. With one it is no JWT at all but, say, a \
          session identifier.
          """,
        example: .token("eyJhbGciOiJIUzI1NiJ9.e30"),
        remedy: "Copy the whole token and nothing around it.",
        basis: .standards(["RFC 7515 §7.1", "RFC 7519 §7.2"])),
      CodeExplanation(
        code: "token.payload-present",
        title: "two payloads",
        meaning: """
          The payload was given apart from the token, and the token has one of its own: its middle \
          part is not empty.
          """,
        reason: """
          One of the two would be verified and the other perhaps used. Which one is meant cannot \
          be told.
          """,
        example: .words("a whole token, given together with a detached payload"),
        remedy: """
          Leave the middle part empty, or let it hold the payload and give no other.
          """,
        basis: .ownRule("RFC 7515 lets a payload travel apart, but not twice")),
      CodeExplanation(
        code: "token.encrypted",
        title: "encrypted token",
        meaning: """
          The text has five parts: it is a JWE, whose content only the holder of a key can read.
          """,
        reason: """
          Encryption does not tell who made a token. Its header can be shown, the rest is refused.
          """,
        example: .token("eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..aXY.Y2lwaGVy.dGFn"),
        remedy: """
          Decrypt it with another tool and verify the signed token inside, or ask the issuer for a \
          signed one.
          """,
        basis: .standards(["RFC 7516 §9", "RFC 7516 §3.1"])),
      CodeExplanation(
        code: "token.json-serialization",
        title: "JSON form of a JWS",
        meaning: """
          The text is a JSON object. JWS and JWE have such a form, but a JWT never uses it.
          """,
        reason: "A reader that takes both forms can be shown one and made to verify the other.",
        example: .token("{\"payload\": \"e30\", \"signatures\": []}"),
        remedy: "Take the compact token out of the JSON around it.",
        basis: .standards(["RFC 7519 §3", "RFC 7515 §7.2"])),
      CodeExplanation(
        code: "header.not-an-object",
        title: "header that is no object",
        meaning: "The first part decodes to JSON, but not to an object.",
        reason: "Without an object there is no alg, and without alg nothing can be verified.",
        example: .token("W10.e30.AA"),
        remedy: "Check that the text is a token from the issuer's own library.",
        basis: .standards(["RFC 7515 §4"])),
      CodeExplanation(
        code: "claims.not-an-object",
        title: "payload that is no object",
        meaning: """
          The second part decodes to JSON, but not to an object. A JWS may carry anything, a JWT \
          carries an object of claims.
          """,
        reason: "Rules about claims cannot be applied to a list or a number.",
        example: .token("eyJhbGciOiJIUzI1NiJ9.W10.AA"),
        remedy: """
          Have the issuer send the claims as one object; to verify other payloads use a JWS \
          verifier.
          """,
        basis: .standards(["RFC 7519 §7.2", "RFC 7519 §4"])),
      CodeExplanation(
        code: "token.is-envelope",
        title: "whole answer instead of the token",
        meaning: """
          The text is the whole JSON answer of the token endpoint. The token stands inside it, in \
          result.data.token.
          """,
        reason: """
          Front ends that hand over the answer as it is get an error that does not name the cause.
          """,
        example: .token(
          """
          {"result": {"status": "success", "message": "ok", "data": {"token": "a.b.c"}}}
          """),
        remedy: "Pass on result.data.token and nothing else.",
        basis: .ownRule("the answer's form is the service's own, not a standard's")),
      CodeExplanation(
        code: "token.is-failure",
        title: "answer without a token",
        meaning: "The text is the answer of the token endpoint that says why there is no token.",
        reason: "A program that does not look at the answer stores it as if it were a token.",
        example: .token(
          "{\"error\": {\"message\": \"userId is missing\", \"status\": \"INVALID_ARGUMENT\"}}"),
        remedy: "Read error.message, correct the request and ask again.",
        basis: .ownRule("the answer's form is the service's own, not a standard's")),
      CodeExplanation(
        code: "token.is-placeholder",
        title: "placeholder instead of a token",
        meaning: """
          The text is undefined, null or [object Object]: what JavaScript makes of a missing value \
          or an object when it turns it into a string.
          """,
        reason: "The real error happened earlier, where the token was fetched.",
        example: .token("[object Object]"),
        remedy: "Look for the place where the value was missing, or an object, and stop there.",
        basis: .ownRule("a habit of programs, not a rule of a standard")),
    ])
}
