import JWTCheckTesting
import Testing
import VectorSupport

@Suite("Synthetic tokens of the service")
struct SyntheticVeltTests {
  private static func request(
    _ user: String = "user-1", _ organization: String = "org-1", isAdmin: Bool? = nil,
    email: String? = nil
  ) throws -> TokenRequest {
    try TokenRequest(userId: user, organizationId: organization, isAdmin: isAdmin, email: email)
  }

  @Test("a token is what was requested", arguments: SyntheticVeltTokens.Layout.allCases)
  func matches(layout: SyntheticVeltTokens.Layout) throws {
    let service = try SyntheticVeltTokens(.es256, layout: layout)
    let request = try Self.request(isAdmin: true, email: "user@example.com")
    let answer = try TokenResponse(json: service.response(holding: service.token(for: request)))
    guard case .success(let success) = answer else {
      throw VectorError(missing: "an answer of that kind")
    }
    let token = try expectMatched(
      String(decoding: success.token, as: UTF8.self), by: service.check(request), at: service.now)
    #expect(token.isAdmin && token.email == "user@example.com" && token.userId == "user-1")
    #expect(try token.payload.claims()["synthetic"]?.revealed.boolean == true)
    #expect(success.message == "synthetic answer of a test")
  }

  @Test("a token that is not what was requested is refused for that reason")
  func differs() throws {
    let service = try SyntheticVeltTokens(.hs256)
    let check = try service.check(Self.request())
    let cases: [(TokenRequest, [String])] = [
      (try Self.request("user-2"), ["request.user-id-mismatch"]),
      (try Self.request("user-1", "org-2"), ["request.organization-mismatch"]),
      (try Self.request(isAdmin: true), ["request.admin-not-requested"]),
    ]
    for (other, codes) in cases {
      let token = try service.token(for: other)
      #expect(throws: Never.self) {
        try expectRefused(token, by: check, at: service.now, codes: codes)
      }
    }
    let request = try Self.request()
    let end = service.now.advanced(bySeconds: TokenWindow.length + 30)
    try expectRefused(service.token(for: request), by: check, at: end, codes: ["exp.passed"])
    try expectRefused(
      service.token(for: request, lifetime: nil), by: check, at: end, codes: ["window.passed"])
    try expectRefused(
      service.token(for: request, lifetime: .seconds(172_801)), by: check, at: service.now,
      codes: ["lifetime.too-long"])
  }

  @Test("a failed expectation lists the findings")
  func report() throws {
    let service = try SyntheticVeltTokens(.hs256)
    let token = try service.token(for: Self.request("user-2"))
    let failure = #expect(throws: ExpectationFailure.self) {
      try expectMatched(token, by: service.check(Self.request()), at: service.now)
    }
    #expect(
      failure?.description == """
        expected the token to match and to be verified; but it is refused
          request.user-id-mismatch  error
        """)
  }

  @Test("the answer without a token is one that the reader knows")
  func failure() throws {
    let service = try SyntheticVeltTokens(.hs256)
    guard case .failure(let failure) = try TokenResponse(json: service.failure()) else {
      throw VectorError(missing: "an answer of that kind")
    }
    #expect(failure.status == "INVALID_ARGUMENT")
  }
}
