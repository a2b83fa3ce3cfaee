extension CodeCatalog {
  /// The codes about keys that are fetched.
  static let remoteKeys = CodeFamily(
    title: "fetching keys",
    introduction: """
      Keys that an issuer publishes come from where the verifier was told, over TLS, and never from \
      where a token says. None of these codes says anything about a token.
      """,
    codes: [
      CodeExplanation(
        code: "remote.url",
        title: "not a URL for keys",
        meaning: "Keys do not come from such a URL, or not from its host.",
        reason: """
          Whoever can change what is fetched decides whose tokens are good, so the way must be \
          safe and every program must read the URL in the same way.
          """,
        example: .words("http://id.example/keys, or https://user@id.example/keys"),
        remedy: """
          Write an https: URL without user name and fragment. Plain http: is for this machine, or for \
          those who say so.
          """,
        basis: .standards(["RFC 8725 §3.10", "RFC 7517 §9.1"])),
      CodeExplanation(
        code: "remote.secret-keys",
        title: "a secret cannot be published",
        meaning: "An HMAC algorithm is accepted with keys that are fetched.",
        reason: "Whoever can fetch the key of an HMAC can sign with it.",
        example: .words("HS256 among the algorithms for a JWK Set by URL"),
        remedy: "Give the secret as a key, or have the issuer sign with a private key.",
        basis: .standards(["RFC 8725 §3.5", "RFC 7517 §9.2"])),
      CodeExplanation(
        code: "remote.issuer-differs",
        title: "keys of one issuer, tokens of another",
        meaning: "The policy does not accept exactly the issuer that is asked for its keys.",
        reason: "The keys of one issuer must not vouch for the tokens of another.",
        example: .words("discovery for https://id.example/ where https://id.example is accepted"),
        remedy: "Write both the same, letter by letter.",
        basis: .standards(["RFC 8725 §3.8", "OpenID Connect Core §3.1.3.7"])),
      CodeExplanation(
        code: "remote.options",
        title: "times that contradict each other",
        meaning: "The times that say when keys are fetched cannot all hold.",
        reason: "With them keys would be fetched all the time, or never.",
        example: .words("a smallest lifetime of 600 seconds and a largest of 60"),
        remedy: "Start from the standard values.",
        basis: .ownRule("how often keys are fetched is left to the verifier")),
      CodeExplanation(
        code: "remote.no-response",
        title: "no answer",
        meaning: "The server that has the keys did not answer.",
        reason: "Without keys nothing can be said about a token.",
        example: .words("a host that has no address, or a certificate that is not trusted"),
        remedy: "Try again later; if it lasts, look at the network and at the certificates.",
        basis: .ownRule("what a server that is down means is left to the verifier")),
      CodeExplanation(
        code: "remote.status",
        title: "an answer without keys",
        meaning: "The server answered with another HTTP status than 200.",
        reason: """
          Only 200 brings the document that was asked for. A redirect is not followed: whoever can \
          make the server send one would choose the keys.
          """,
        example: .words("an answer with HTTP status 503, or with 302"),
        remedy: "Try again later; of a redirect, give the URL that it leads to.",
        basis: .standards(["RFC 8725 §3.10"])),
      CodeExplanation(
        code: "remote.redirected",
        title: "another URL answered",
        meaning: "The document came from another URL than the one that was asked.",
        reason: "Whoever can make the server send a redirect would choose the keys.",
        example: .words("a fetcher that follows redirects, and a server that sends one"),
        remedy: "Have the fetcher follow no redirect, and give the URL that has the keys.",
        basis: .standards(["RFC 8725 §3.10"])),
      CodeExplanation(
        code: "remote.too-large",
        title: "document too large",
        meaning: "The document is larger than is read, which is 1 MiB unless told otherwise.",
        reason: "A server must not be able to fill the verifier's memory.",
        example: .words("a file of 2 MB in the place of a JWK Set"),
        remedy: "See what is at the URL; it is hardly a JWK Set.",
        basis: .ownRule("how much is read is left to the verifier")),
      CodeExplanation(
        code: "remote.description",
        title: "not the description of an issuer",
        meaning: """
          What is found below the issuer's URL is no JSON object that names the issuer and its \
          jwks_uri.
          """,
        reason: "Without it nothing says where the issuer's keys are.",
        example: .words("a web page at /.well-known/openid-configuration"),
        remedy: "Compare the issuer's URL with its documentation, or name the JWK Set itself.",
        basis: .standards(["OpenID Connect Discovery §4.2"])),
      CodeExplanation(
        code: "remote.other-issuer",
        title: "description of another issuer",
        meaning: "The issuer that the description names is not exactly the one that was asked.",
        reason: "Otherwise anybody could describe himself as somebody else.",
        example: .words("https://id.example was asked, and says that it is https://id.example/"),
        remedy: "Write the issuer exactly as it writes itself.",
        basis: .standards(["OpenID Connect Discovery §4.3"])),
      CodeExplanation(
        code: "remote.key-url",
        title: "keys at a place that is not allowed",
        meaning: """
          The jwks_uri of the description is not https:, or of a host that is not allowed.
          """,
        reason: """
          The description is only as good as where it leads; where keys may come from is for the \
          operator to say.
          """,
        example: .words("https://id.example names https://keys.example/jwks"),
        remedy: "Allow the host if it is the issuer's own: --jwks-host, or hosts in a policy file.",
        basis: .standards(["OpenID Connect Discovery §3", "RFC 8725 §3.10"])),
    ])
}
