import BearerAuthentication
import JWTCheckTesting
import Testing
import VectorSupport

@Suite("authenticating requests")
struct BearerVectorTests {
  @Test("every vector comes out as it says, with its answer, with and without a cache")
  func vectors() throws {
    let mint = try TokenMint(.hs256)
    let cache = TokenCache()
    let authenticators = try [
      BearerAuthenticator(
        verifier: mint.verifier(), options: BearerOptions(realm: "orders", maximumByteCount: 1024)),
      BearerAuthenticator(
        verifier: mint.verifier(),
        options: BearerOptions(realm: "orders", maximumByteCount: 1024, cache: cache)),
    ]
    var wrong: [String] = []
    for row in try VectorFile("bearer/requests.json").namedVectors {
      let values = try row.texts("authorization").map { try BearerRow.filled($0, row, mint) }
      let expected = try BearerRow.expectation(row)
      let requirements = try BearerRow.requirements(row)
      // Twice, so that the cache is asked too.
      for authenticator in authenticators + authenticators {
        var found = "accepted"
        do throws(Rejection) {
          _ = try authenticator.authenticate(
            authorization: values, at: mint.now, requiring: requirements)
        } catch {
          found = "\(error.reason.rawValue) \(error.status) \(error.wwwAuthenticate ?? "-")"
        }
        if found != expected { wrong.append("\(try row.text("name")): \(found)") }
      }
    }
    #expect(wrong == [])
    #expect(cache.statistics.hits > 5)
  }

  @Test("every reason that needs no second party has a vector")
  func reasons() throws {
    let rows = try VectorFile("bearer/requests.json").namedVectors
    let elsewhere: Set<Rejection.Reason> = [
      .revoked, .replayed, .keysUnavailable, .storeUnavailable, .invalidProof, .proofNonceNeeded,
    ]
    let expected = Set(rows.compactMap { $0["expect"]?.string })
    #expect(
      expected == Set(Rejection.Reason.allCases.filter { !elsewhere.contains($0) }.map(\.rawValue)))
  }

  @Test("a rejection tells the log what is wrong, and nobody anything of the token")
  func description() throws {
    let mint = try TokenMint(.es256)
    let authenticator = try BearerAuthenticator(verifier: mint.verifier())
    let token = try mint.token(claims: ["aud": "elsewhere", "sub": "secret-person"])
    let rejection = #expect(throws: Rejection.self) {
      try authenticator.authenticate(authorization: "Bearer \(token)", at: mint.now)
    }
    #expect(rejection?.description == "claims-refused: aud.mismatch")
    #expect(rejection?.wwwAuthenticate == "Bearer error=\"invalid_token\"")
    var dumped = ""
    dump(rejection, to: &dumped)
    #expect(!dumped.contains("secret-person") && !dumped.contains(token.suffix(20)))
  }

  @Test("options that contradict each other, and texts that would break a header, are refused")
  func setUp() throws {
    let verifier = try TokenMint(.hs256).verifier()
    func error(_ body: () throws(BearerSetupError) -> Void) -> BearerSetupError? {
      do {
        try body()
        return nil
      } catch { return error }
    }
    let found = [
      error { () throws(BearerSetupError) in
        _ = try BearerAuthenticator(verifier: verifier, options: BearerOptions(realm: "a\r\nb"))
      },
      error { () throws(BearerSetupError) in
        _ = try BearerAuthenticator(verifier: verifier, options: BearerOptions(tokenUse: .once))
      },
      error { () throws(BearerSetupError) in _ = try AccessRequirements(scopes: ["a b"]) },
      error { () throws(BearerSetupError) in _ = try AccessRequirements(scopes: ["a\""]) },
      error { () throws(BearerSetupError) in _ = try AccessRequirements(scopes: [""]) },
      error { () throws(BearerSetupError) in
        _ = try IdentityHeaders(["X-A": JSONPointer(members: []), "x-a": JSONPointer(members: [])])
      },
      error { () throws(BearerSetupError) in
        _ = try IdentityHeaders(["X A": JSONPointer(members: [])])
      },
    ]
    #expect(
      found == [
        .realm("a\r\nb"), .storeNeeded, .scope("a b"), .scope("a\""), .scope(""),
        .headerName("x-a"), .headerName("X A"),
      ])
    let quoted = try BearerAuthenticator(
      verifier: verifier, options: BearerOptions(realm: "a \"b\" \\"))
    let rejection = #expect(throws: Rejection.self) {
      try quoted.authenticate(authorization: nil, at: NumericDate(seconds: 0))
    }
    #expect(rejection?.wwwAuthenticate == #"Bearer realm="a \"b\" \\""#)
  }
}
