import BearerAuthentication
import JWTCheckTesting
import RemoteKeys
import Testing

/// The examples of the articles about requests and keys that are fetched; the examples of all articles
/// are compared with the sources of tests.
struct RemoteExamples {
  let now = Issuer.start

  /// The module BearerAuthentication.
  func answer(_ verifier: Verifier, _ header: String?) throws -> (Int, String?) {
    let authenticator = try BearerAuthenticator(
      verifier: verifier, options: BearerOptions(realm: "orders", cache: TokenCache()))
    let readOrders = try AccessRequirements(scopes: ["orders:read"])
    do throws(Rejection) {
      let token = try authenticator.authenticate(
        authorization: header, at: now, requiring: readOrders)
      return (200, token.subject?.revealed)
    } catch {
      return (error.status, error.wwwAuthenticate)
    }
  }

  /// The module RemoteKeys.
  func token(_ fetcher: any KeyFetcher, _ text: String) async throws -> VerifiedToken {
    let verifier = try RemoteVerifier(
      keys: .discovery(issuer: "https://id.example"),
      policy: .accessToken(issuer: "https://id.example", audience: "orders", algorithms: [.es256]),
      fetcher: fetcher)
    _ = await verifier.load(at: now)  // before the first request, if you like
    let token = try await verifier.verify(text, at: now)
    return token
  }

  /// The module RemoteKeys, for several issuers.
  func authenticator(
    _ fetcher: any KeyFetcher, _ ours: ValidationPolicy, _ theirs: ValidationPolicy
  ) throws -> AsyncBearerAuthenticator {
    let source = try MultiIssuerSource([
      try RemoteVerifier(
        keys: .discovery(issuer: "https://id.example"), policy: ours, fetcher: fetcher),
      try RemoteVerifier(
        keys: .jwkSet("https://partner.example/keys"), policy: theirs, fetcher: fetcher),
    ])
    let authenticator = try AsyncBearerAuthenticator(verifier: source)
    return authenticator
  }
}

@Suite("examples about requests")
struct RemoteExampleTests {
  @Test("the example of authenticating answers with 200, 401 and 403")
  func authenticating() throws {
    let mint = try Issuer.mint("k1")
    let answers = try [
      "Bearer \(mint.token(claims: ["scope": "orders:read"]))", nil, "Bearer \(mint.token())",
    ].map { try RemoteExamples().answer(mint.verifier(), $0) }
    #expect(answers.map(\.0) == [200, 401, 403])
    #expect(
      answers.map(\.1) == [
        "user-1", "Bearer realm=\"orders\"",
        "Bearer realm=\"orders\", error=\"insufficient_scope\", scope=\"orders:read\"",
      ])
  }

  @Test("the example of several issuers accepts a token of the second")
  func several() async throws {
    let partner = try Issuer()
    partner.server.serve(try partner.keySet(), at: "https://partner.example/keys")
    var (ours, theirs) = (partner.mints[0].policy, partner.mints[0].policy)
    ours.issuer = .exactly("https://id.example")
    theirs.issuer = .exactly("https://partner.example")
    let authenticator = try RemoteExamples().authenticator(partner.server, ours, theirs)
    let text = try partner.mints[0].token(claims: ["iss": "https://partner.example"])
    let token = try await authenticator.authenticate(
      authorization: "Bearer \(text)", at: Issuer.start)
    #expect(token.issuer?.revealed == "https://partner.example")
  }

  @Test("the example of fetched keys accepts an access token")
  func fetching() async throws {
    let issuer = try Issuer()
    issuer.server.serve(
      Array(#"{"issuer":"https://id.example","jwks_uri":"https://id.example/keys"}"#.utf8),
      at: "https://id.example/.well-known/openid-configuration")
    let signer = try TokenSigner(
      key: issuer.mints[0].key.signing, algorithm: .es256, type: "at+jwt")
    let seconds = Issuer.start.seconds
    let text = try signer.sign([
      "iss": "https://id.example", "aud": "orders", "sub": "user-1", "client_id": "app-1",
      "iat": .integer(seconds), "exp": .integer(seconds + 60), "jti": "a",
    ])
    let token = try await RemoteExamples().token(issuer.server, text)
    #expect(token.subject?.revealed == "user-1")
  }
}
