extension CodeCatalog {
  /// The codes of lint about what claims hold.
  static let lintOfContent = CodeFamily(
    title: "lint: content",
    introduction: """
      What should not stand in a token, or not in this one.
      """,
    codes: [
      CodeExplanation(
        code: "lint.email",
        title: "e-mail address",
        meaning: "A claim holds an e-mail address.",
        reason: """
          A signed token is not encrypted: everybody who gets hold of it, and every log, can \
          read the address.
          """,
        example: .claims("{\"contact\": \"user@example.com\"}"),
        remedy: "Leave it out, or have readers look it up.",
        basis: .standards(["RFC 7519 §12"])),
      CodeExplanation(
        code: "lint.phone",
        title: "telephone number",
        meaning: "A claim that is named so holds a telephone number.",
        reason: "A signed token is not encrypted.",
        example: .claims("{\"phone_number\": \"+1 202 555 0100\"}"),
        remedy: "Leave it out, or have readers look it up.",
        basis: .standards(["RFC 7519 §12"])),
      CodeExplanation(
        code: "lint.card-number",
        title: "payment card",
        meaning: "A claim holds digits with the check digit of a payment card.",
        reason: "Card numbers must not be kept or sent in clear.",
        example: .claims("{\"note\": \"4111 1111 1111 1111\"}"),
        remedy: "Take it out.",
        basis: .standards(["RFC 7519 §12"])),
      CodeExplanation(
        code: "lint.personal-data",
        title: "personal data",
        meaning: """
          The name of a claim says that it holds personal data, such as a date of birth or an \
          address.
          """,
        reason: "A signed token is not encrypted.",
        example: .claims("{\"birthdate\": \"1990-01-01\"}"),
        remedy: "Leave it out, or have readers look it up.",
        basis: .standards(["RFC 7519 §12"])),
      CodeExplanation(
        code: "lint.secret-claim",
        title: "secret in clear",
        meaning: "The name of a claim says that nobody may read it, such as password or apiKey.",
        reason: "A signed token is not encrypted, and ends up in browsers and logs.",
        example: .claims("{\"apiKey\": \"0123456789\"}"),
        remedy: "Take it out and replace the secret.",
        basis: .standards(["RFC 7519 §12"])),
      CodeExplanation(
        code: "lint.private-key",
        title: "private key in clear",
        meaning: "A claim holds a private key, in PEM or as a JWK.",
        reason: "Everybody with the token has the key.",
        example: .claims("{\"key\": {\"kty\": \"oct\", \"k\": \"c2VjcmV0\"}}"),
        remedy: "Take it out and replace the key.",
        basis: .standards(["RFC 7519 §12"])),
      CodeExplanation(
        code: "lint.credential",
        title: "credential in clear",
        meaning: "A value has the form of a credential of a hosted service.",
        reason: "Everybody with the token can use it.",
        example: .claims("{\"note\": \"AKIAIOSFODNN7EXAMPLE\"}"),
        remedy: "Take it out and replace the credential.",
        basis: .standards(["RFC 7519 §12"])),
      CodeExplanation(
        code: "lint.nested-token",
        title: "token in a token",
        meaning: "A claim holds another token.",
        reason: "Whoever reads this one can use the other.",
        example: .claims("{\"act\": \"eyJhbGciOiJIUzI1NiJ9.e30.AAAA\"}"),
        remedy: "Leave it out.",
        basis: .standards(["RFC 7519 §12"])),
      CodeExplanation(
        code: "lint.email-not-verified",
        title: "address not verified",
        meaning: "There is an email, and email_verified is false.",
        reason: "Whoever signs up with somebody else's address gets such a token.",
        example: .claims("{\"email\": \"user@example.com\", \"email_verified\": false}"),
        remedy: "Do not let the address decide about anything.",
        basis: .standards(["OpenID Connect Core §5.7"])),
      CodeExplanation(
        code: "lint.header-limit",
        title: "too large for a header",
        meaning: "The token and its header line have more than 8192 bytes.",
        reason: "Servers such as nginx refuse such a request before your program sees it.",
        example: .words("a token with the names of 300 groups"),
        remedy: "Leave out what readers can look up.",
        basis: .ownRule("a rule of this project's lint; no standard speaks of it")),
      CodeExplanation(
        code: "lint.cookie-limit",
        title: "too large for a cookie",
        meaning: "The token has more than 4096 bytes.",
        reason: "Browsers drop a cookie of that size.",
        example: .words("a token with the names of 150 groups"),
        remedy: "Leave out what readers can look up.",
        basis: .ownRule("a rule of this project's lint; no standard speaks of it")),
      CodeExplanation(
        code: "lint.service-role",
        title: "service role",
        meaning: """
          The role is service_role, the one of Supabase that every row-level rule lets through.
          """,
        reason: "In a client it is the key to the whole database.",
        example: .claims("{\"role\": \"service_role\"}"),
        remedy: "Keep it on servers, and replace it if it has ever been in a client.",
        basis: .ownRule("a finding about Supabase, whose role it is")),
      CodeExplanation(
        code: "lint.user-writable-rights",
        title: "rights the user can write",
        meaning: "The claim user_metadata holds a role or other rights.",
        reason: "Supabase lets users write their own user_metadata.",
        example: .claims("{\"user_metadata\": {\"role\": \"admin\"}}"),
        remedy: "Move rights to app_metadata.",
        basis: .ownRule("a finding about Supabase, whose claim it is")),
      CodeExplanation(
        code: "lint.firebase-custom-token",
        title: "custom token",
        meaning: """
          The token is a Firebase custom token: a service account made it for the identity \
          toolkit.
          """,
        reason: """
          It is made to be exchanged for an ID token and says nothing that Firebase has checked.
          """,
        example: .claims(
          """
          {"uid": "user-1", "aud": \
          "https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit"}
          """),
        remedy: "Exchange it and send the ID token.",
        basis: .ownRule("a finding about Firebase, whose token it is")),
      CodeExplanation(
        code: "lint.id-token",
        title: "ID token",
        meaning: "The token has a claim of ID tokens, such as nonce or at_hash.",
        reason: """
          An ID token tells a client who signed in. An API that takes it can be called by every \
          client of the issuer.
          """,
        example: .claims("{\"nonce\": \"n-1\"}"),
        remedy: "Send an access token to APIs.",
        basis: .standards(["OpenID Connect Core §2"])),
      CodeExplanation(
        code: "lint.organization-by-name",
        title: "organization by name",
        meaning: "There is org_name and no org_id.",
        reason: "Names change hands; whoever takes the name gets the rights.",
        example: .claims("{\"org_name\": \"example\"}"),
        remedy: "Compare org_id.",
        basis: .ownRule("a finding about Auth0, whose claims these are")),
      CodeExplanation(
        code: "lint.azp-alone",
        title: "azp and no aud",
        meaning: "The token names an authorized party (azp) and no audience (aud).",
        reason: """
          A reader that looks at aud alone compares nothing. Session tokens of Clerk are like that: \
          one that a page on a sister domain sends is taken for the site's own.
          """,
        example: .claims("{\"azp\": \"https://app.example\"}"),
        remedy:
          "Compare azp with the origins that may send tokens; a policy has a rule for any claim.",
        basis: .standards(["OpenID Connect Core §2"])),
      CodeExplanation(
        code: "lint.clerk-version-1",
        title: "session token of version 1",
        meaning: "The organization stands in claims that only version 1 of Clerk's tokens has.",
        reason: """
          Version 2 puts it into the claim o. Whoever reads the old claims finds none in a new token, \
          and may take that for somebody without an organization.
          """,
        example: .claims("{\"org_slug\": \"example\"}"),
        remedy: "Read the claim o, and change the setting of the instance to version 2.",
        basis: .ownRule("a finding about Clerk, whose claims these are")),
    ])
}
