extension CodeCatalog {
  /// The codes about claims.
  static let claims = CodeFamily(
    title: "claims",
    introduction: """
      Claims are compared with what the policy expects, byte for byte. Their values do not stand \
      in messages: they may be personal data.
      """,
    codes: [
      CodeExplanation(
        code: "iss.missing",
        title: "no issuer",
        meaning: "The policy accepts certain issuers, and the token names none.",
        reason: "A key may be shared by several issuers; only iss tells them apart.",
        example: .claims("{}"),
        remedy: "Have the issuer name itself in iss.",
        basis: .standards(["RFC 7519 §4.1.1", "RFC 8725 §3.8"])),
      CodeExplanation(
        code: "iss.wrong-type",
        title: "iss that is no string",
        meaning: "The claim iss is a string; here it has another type.",
        reason: "It cannot be compared with anything.",
        example: .claims("{\"iss\": 7}"),
        remedy: "Have the issuer write a string.",
        basis: .standards(["RFC 7519 §4.1.1"])),
      CodeExplanation(
        code: "iss.mismatch",
        title: "another issuer",
        meaning: """
          The issuer is none of those that the policy accepts. A final slash or another letter \
          case makes it another one.
          """,
        reason: """
          A token of another issuer says nothing about your users, even if it is signed well.
          """,
        example: .claims("{\"iss\": \"https://id.example/\"}"),
        remedy: """
          Compare the two letter by letter; if they name different issuers, refuse the token.
          """,
        basis: .standards(["RFC 7519 §4.1.1", "RFC 8725 §3.8"])),
      CodeExplanation(
        code: "aud.missing",
        title: "no audience",
        meaning: "The policy expects an audience, and the token names none.",
        reason: """
          A token without audience was made for nobody in particular, and another service could \
          hand it on.
          """,
        example: .claims("{}"),
        remedy: "Have the issuer name your service in aud.",
        basis: .standards(["RFC 7519 §4.1.3", "RFC 8725 §3.9"])),
      CodeExplanation(
        code: "aud.wrong-type",
        title: "aud of the wrong type",
        meaning: """
          The claim aud is a string or an array of strings; here it, or one of its elements, is \
          something else.
          """,
        reason: "It cannot be compared with anything.",
        example: .claims("{\"aud\": [\"orders-api\", 7]}"),
        remedy: "Have the issuer write strings.",
        basis: .standards(["RFC 7519 §4.1.3"])),
      CodeExplanation(
        code: "aud.mismatch",
        title: "another audience",
        meaning: "None of the token's audiences is one that the policy accepts.",
        reason: """
          The token was made for another service. Accepting it would let that service act in the \
          user's name here.
          """,
        example: .claims("{\"aud\": \"billing-api\"}"),
        remedy: "Ask for a token for this service.",
        basis: .standards(["RFC 7519 §4.1.3", "RFC 8725 §3.9"])),
      CodeExplanation(
        code: "aud.not-checked",
        title: "audience not compared",
        meaning: "The token has an audience, and nobody said which one is expected.",
        reason: """
          A reader that is not named in aud must refuse the token, so somebody has to compare.
          """,
        example: .words("{\"aud\": \"orders-api\"} where no audience is expected"),
        remedy: "Say which audience is expected.",
        basis: .standards(["RFC 7519 §4.1.3", "RFC 8725 §3.9"])),
      CodeExplanation(
        code: "sub.missing",
        title: "no subject",
        meaning: "The policy expects a subject, and the token names none.",
        reason: "It is not known whom the token is about.",
        example: .claims("{}"),
        remedy: "Have the issuer set sub, or do not expect one.",
        basis: .standards(["RFC 7519 §4.1.2"])),
      CodeExplanation(
        code: "sub.wrong-type",
        title: "sub that is no string",
        meaning: "The claim sub is a string; here it has another type, often a number.",
        reason: "Large numbers lose digits in many readers, so that two users become one.",
        example: .claims("{\"sub\": 9007199254740993}"),
        remedy: "Have the issuer write a string.",
        basis: .standards(["RFC 7519 §4.1.2"])),
      CodeExplanation(
        code: "sub.mismatch",
        title: "another subject",
        meaning: "The token is about another subject than the one that is accepted.",
        reason: "It is somebody else's token.",
        example: .claims("{\"sub\": \"user-2\"}"),
        remedy: "Use the token of the right subject.",
        basis: .standards(["RFC 7519 §4.1.2", "RFC 8725 §3.8"])),
      CodeExplanation(
        code: "azp.mismatch",
        title: "another client",
        meaning: "The ID token was given to another client than this one.",
        reason: """
          A token that another program got for itself would sign its user in here, without his \
          knowing.
          """,
        example: .words("{\"azp\": \"app-2\"} where this client is \"app-1\""),
        remedy: "Use a token that was made for this client.",
        basis: .standards(["OpenID Connect Core §3.1.3.7"])),
      CodeExplanation(
        code: "nonce.mismatch",
        title: "answer to another request",
        meaning: "The nonce of the ID token is not the one that was sent with the request.",
        reason: "Somebody may be handing in a token that he got in another session.",
        example: .words("{\"nonce\": \"a\"} where \"b\" was sent"),
        remedy: "Start the sign-in anew, and keep the nonce in the session.",
        basis: .standards(["OpenID Connect Core §3.1.3.7", "OpenID Connect Core §15.5.2"])),
      CodeExplanation(
        code: "at_hash.mismatch",
        title: "another access token",
        meaning: """
          The at_hash of the ID token is not the left half of the digest of the access token that \
          came with it.
          """,
        reason: "The two were not made together: one of them was put in by somebody else.",
        example: .words("an ID token with the access token of another answer"),
        remedy: "Refuse both tokens.",
        basis: .standards(["OpenID Connect Core §3.1.3.8", "OpenID Connect Core §3.2.2.9"])),
      CodeExplanation(
        code: "aud.untrusted",
        title: "others may use the token too",
        meaning: "The ID token is meant for others besides this client.",
        reason: """
          Each of them has the token and could use it here; a client must know all of them as \
          trusted.
          """,
        example: .words("{\"aud\": [\"app-1\", \"app-2\"]} where only \"app-1\" is trusted"),
        remedy: "Name the others as trusted if they are, or refuse the token.",
        basis: .standards(["OpenID Connect Core §3.1.3.7"])),
      CodeExplanation(
        code: "jti.missing",
        title: "no token identifier",
        meaning: "The policy requires jti, and the token does not have it.",
        reason: "Without it a token that is used twice cannot be told from two tokens.",
        example: .claims("{}"),
        remedy: "Have the issuer set it, or do not require it.",
        basis: .standards(["RFC 7519 §4.1.7"])),
      CodeExplanation(
        code: "jti.wrong-type",
        title: "jti that is no string",
        meaning: "The claim jti is a string; here it has another type.",
        reason: "Lists of used or revoked tokens would miss it.",
        example: .claims("{\"jti\": 7}"),
        remedy: "Have the issuer write a string.",
        basis: .standards(["RFC 7519 §4.1.7"])),
      CodeExplanation(
        code: "typ.missing",
        title: "no media type",
        meaning: "The policy names a typ, and the header has none.",
        reason: """
          Without it an ID token can be passed off as an access token where both have the same \
          issuer and key.
          """,
        example: .claims("{}"),
        remedy: "Have the issuer write the typ of its kind of token.",
        basis: .standards(["RFC 8725 §3.11", "RFC 7519 §5.1", "RFC 7515 §4.1.9"])),
      CodeExplanation(
        code: "typ.mismatch",
        title: "another kind of token",
        meaning: """
          The header's typ is not the one that the policy names. Letter case and a leading \
          application/ do not matter.
          """,
        reason: "Tokens of one kind must not pass for another.",
        example: .header("{\"alg\": \"ES256\", \"typ\": \"JWT\"}"),
        remedy: "Use the right kind of token.",
        basis: .standards(["RFC 8725 §3.11", "RFC 7515 §4.1.9"])),
      CodeExplanation(
        code: "claim.missing",
        title: "required claim missing",
        meaning: """
          The policy requires a claim by name, and the token does not have it; null counts as \
          missing.
          """,
        reason: "The program relies on it.",
        example: .claims("{\"tenant\": null}"),
        remedy: "Have the issuer set it, or do not require it.",
        basis: .standards(["RFC 7519 §4"])),
      CodeExplanation(
        code: "claim.not-equal",
        title: "not the value asked for",
        meaning: "A rule of the policy asks for one value of a claim, and the token has another.",
        reason: "The token is for another tenant, plan or purpose than the one that was agreed.",
        example: .claims("{\"plan\": \"free\"}"),
        remedy: "Use a token with that value; type and letter case matter.",
        basis: .standards(["RFC 7519 §4", "RFC 7519 §7.3"])),
      CodeExplanation(
        code: "claim.not-one-of",
        title: "none of the values asked for",
        meaning: "A rule of the policy lists values of a claim, and the token has none of them.",
        reason: "The token is for another tenant, plan or purpose than those that were agreed.",
        example: .claims("{\"region\": \"us\"}"),
        remedy: "Use a token with one of these values; type and letter case matter.",
        basis: .standards(["RFC 7519 §4", "RFC 7519 §7.3"])),
      CodeExplanation(
        code: "claim.not-containing",
        title: "a list without what is asked for",
        meaning: """
          A rule of the policy asks for an element of an array, or for a word of a string such as \
          scope, and the token does not have it there. An array is not taken for words, nor a \
          string for an array.
          """,
        reason: "The token does not give the role or the permission.",
        example: .claims("{\"roles\": \"auditor\"}"),
        remedy: "Use a token that gives it, in the form that the rule asks for.",
        basis: .standards(["RFC 7519 §4", "RFC 7519 §7.3"])),
      CodeExplanation(
        code: "claim.wrong-type",
        title: "claim of the wrong type",
        meaning: """
          A claim has a JSON type that it must not have, such as "true" or 1 for isAdmin.
          """,
        reason: """
          Programs differ in what they take for true. Who is an administrator must not depend on \
          that.
          """,
        example: .claims("{\"isAdmin\": \"true\"}"),
        remedy: "Write the value with its type where the token is made or requested.",
        basis: .standards(["RFC 7519 §4"])),
      CodeExplanation(
        code: "claim.out-of-range",
        title: "time beyond any date",
        meaning: "A claim that a program reads as a time is a number beyond any date.",
        reason: "Such numbers make arithmetic overflow in careless programs.",
        example: .decoded("1e300"),
        remedy: "Write the seconds since 1970.",
        basis: .standards(["RFC 7519 §2"])),
      CodeExplanation(
        code: "claim.milliseconds",
        title: "time in milliseconds",
        meaning: """
          A claim that a program reads as a time has 13 or 14 digits: milliseconds where seconds are \
          meant.
          """,
        reason: "Read as seconds it is tens of thousands of years ahead.",
        example: .decoded("1767398400000"),
        remedy: "Divide by 1000 where the token is made.",
        basis: .standards(["RFC 7519 §2"])),
      CodeExplanation(
        code: "claim.ambiguous",
        title: "one claim, several values",
        meaning: """
          The same claim stands in several places of the token, such as userId and sub, with \
          different values.
          """,
        reason: """
          One reader takes the first and another the second: the token is for two users at once.
          """,
        example: .claims("{\"userId\": \"user-1\", \"sub\": \"user-2\"}"),
        remedy: "Have one place only, or say which place counts.",
        basis: .ownRule(
          """
          the places of these claims are the service's own; RFC 7519 §4 leaves them to it
          """)),
    ])
}
