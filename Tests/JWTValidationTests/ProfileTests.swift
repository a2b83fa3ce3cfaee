import JWTIssuing
import JWTValidation
import Testing

@Suite("profiles")
struct ProfileTests {
  private static let now = NumericDate(seconds: 1_767_225_600)
  private let key: SigningKey

  init() throws { key = try .generate(for: .es256, keyID: "k") }

  private typealias Claims = [(name: String, value: JSONTree)]

  private func token(_ claims: Claims, type: String? = nil) throws -> String {
    try TokenSigner(key: key, algorithm: .es256, type: type).sign(.object(claims))
  }

  private func verifier(_ policy: ValidationPolicy) throws -> Verifier {
    let jwk = try #require(try key.publicJWK(for: .es256))
    return try Verifier(keys: .jwks(jwk.encoded()), policy: policy)
  }

  private func codes(_ body: () throws(VerificationFailure) -> Void) -> [String] {
    do throws(VerificationFailure) {
      try body()
      return []
    } catch {
      return error.codes
    }
  }

  @Test("an access token has its type and every claim that RFC 9068 requires")
  func accessToken() throws {
    let verifier = try verifier(
      .accessToken(issuer: "https://id.example", audience: "orders", algorithms: [.es256]))
    let good: Claims = [
      ("iss", "https://id.example"), ("aud", "orders"), ("sub", "user-1"), ("client_id", "app-1"),
      ("iat", .integer(Self.now.seconds)), ("exp", .integer(Self.now.seconds + 60)), ("jti", "a"),
    ]
    var rows: [(String?, Claims, [String])] = [
      ("at+jwt", good, []), ("application/at+jwt", good, []), ("AT+JWT", good, []),
      (nil, good, ["typ.missing"]), ("JWT", good, ["typ.mismatch"]),
      ("logout+jwt", good, ["typ.mismatch"]),
    ]
    for (index, claim) in good.enumerated() {
      var claims = good
      claims.remove(at: index)
      let code = claim.name == "client_id" ? "claim.missing" : "\(claim.name).missing"
      rows.append(("at+jwt", claims, [code]))
    }
    var wrong: [String] = []
    for (type, claims, expected) in rows {
      let token = try token(claims, type: type)
      let found = codes { () throws(VerificationFailure) in
        _ = try verifier.verify(token, at: Self.now)
      }
      if found != expected { wrong.append("\(expected): \(found)") }
    }
    #expect(wrong == [])
  }

  @Test("an ID token is for this client, this sign-in and the access token that came with it")
  func idToken() throws {
    let verifier = try verifier(
      .idToken(issuer: "https://id.example", clientID: "app-1", algorithms: [.es256]))
    let good: Claims = [
      ("iss", "https://id.example"), ("sub", "user-1"), ("iat", .integer(Self.now.seconds)),
      ("exp", .integer(Self.now.seconds + 60)),
    ]
    // The access token and digest of OpenID Connect Core A.3.
    let accessToken = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"
    let digest: JSONTree = "77QmUPtjPfzWtF2AnpK9RQ"
    typealias Row = (claims: Claims, access: String?, trusted: [String], codes: [String])
    let one: Claims = [("aud", "app-1"), ("nonce", "n")]
    let rows: [Row] = [
      (one, nil, [], []), (one + [("azp", "app-1")], nil, [], []),
      (one + [("azp", "app-2")], nil, [], ["azp.mismatch"]),
      (one + [("azp", ["app-1"])], nil, [], ["azp.mismatch"]),
      (one + [("at_hash", digest)], accessToken, [], []),
      (one + [("at_hash", digest)], accessToken + "x", [], ["at_hash.mismatch"]),
      (one + [("at_hash", "77QmUPtjPfzWtF2AnpK9RQ==")], accessToken, [], ["at_hash.mismatch"]),
      (one, accessToken, [], ["claim.missing"]),
      ([("aud", "app-1")], nil, [], ["claim.missing"]),
      ([("aud", "app-1"), ("nonce", "N")], nil, [], ["nonce.mismatch"]),
      ([("aud", "app-1"), ("nonce", 1)], nil, [], ["nonce.mismatch"]),
      ([("aud", ["app-1"]), ("nonce", "n")], nil, [], []),
      (
        [("aud", ["app-1", "app-2"]), ("nonce", "n")], nil, [],
        ["aud.untrusted", "claim.missing"]
      ),
      ([("aud", ["app-1", "app-2"]), ("nonce", "n")], nil, ["app-2"], ["claim.missing"]),
      (
        [("aud", ["app-1", "app-2"]), ("nonce", "n"), ("azp", "app-1")], nil, ["app-2"], []
      ),
      (
        [("aud", ["app-1", "app-2"]), ("azp", "app-2")], accessToken, [],
        ["aud.untrusted", "azp.mismatch", "claim.missing", "claim.missing"]
      ),
    ]
    var wrong: [String] = []
    for row in rows {
      let token = try verifier.verify(token(good + row.claims), at: Self.now)
      let check = IDTokenCheck(
        clientID: "app-1", nonce: .equal(to: "n"), accessToken: row.access,
        trustedAudiences: row.trusted)
      let found = codes { () throws(VerificationFailure) in try check.check(token) }
      if found != row.codes { wrong.append("\(row): \(found)") }
    }
    #expect(wrong == [])
    let token = try verifier.verify(token(good + [("aud", "app-1")]), at: Self.now)
    #expect(throws: Never.self) {
      try IDTokenCheck(clientID: "app-1", nonce: .notSent("code flow with PKCE")).check(token)
    }
  }
}
