import JWTIssuing
import JWTValidation
import Testing

@Suite("several issuers")
struct MultiIssuerTests {
  private static let now = NumericDate(seconds: 1_767_225_600)

  /// Two issuers with keys of the same `kid`, so that only `iss` tells them apart.
  private struct Issuers {
    let first: SigningKey
    let second: SigningKey
    let verifier: MultiIssuerVerifier

    init() throws {
      first = try .generate(for: .es256, keyID: "k")
      second = try .generate(for: .es384, keyID: "k")
      verifier = try MultiIssuerVerifier([
        try Self.verifier(first, .es256, .exactly("https://a.example"), "first"),
        try Self.verifier(
          second, .es384, .oneOf(["https://b.example", "https://c.example"]), "second"),
      ])
    }

    static func verifier(
      _ key: SigningKey, _ algorithm: SignatureAlgorithm, _ issuer: ValidationPolicy.Issuer,
      _ audience: String
    ) throws -> Verifier {
      let jwk = try #require(try key.publicJWK(for: algorithm))
      return try Verifier(
        keys: .jwks(jwk.encoded()),
        policy: ValidationPolicy(
          algorithms: [algorithm], issuer: issuer, audience: .containing(audience)))
    }

    func token(
      _ key: SigningKey, _ algorithm: SignatureAlgorithm, iss: JSONTree?, aud: String
    ) throws -> String {
      var members: [(name: String, value: JSONTree)] = [
        ("aud", .string(aud)), ("exp", .integer(now.seconds + 60)),
      ]
      if let iss { members.append(("iss", iss)) }
      return try TokenSigner(key: key, algorithm: algorithm).sign(.object(members))
    }
  }

  @Test("each token is judged by its own issuer's keys, algorithms and audience, and no other")
  func selection() throws {
    let issuers = try Issuers()
    typealias Row = (
      name: String, key: SigningKey, alg: SignatureAlgorithm, iss: JSONTree?, aud: String,
      codes: [String]
    )
    let rows: [Row] = [
      ("the first issuer", issuers.first, .es256, "https://a.example", "first", []),
      ("the second", issuers.second, .es384, "https://b.example", "second", []),
      ("its other name", issuers.second, .es384, "https://c.example", "second", []),
      (
        "the key of the other", issuers.first, .es256, "https://b.example", "second",
        ["alg.not-allowed"]
      ),
      (
        "the audience of the other", issuers.first, .es256, "https://a.example", "second",
        ["aud.mismatch"]
      ),
      ("a final slash", issuers.first, .es256, "https://a.example/", "first", ["iss.unknown"]),
      ("letter case", issuers.first, .es256, "https://A.example", "first", ["iss.unknown"]),
      ("nobody", issuers.first, .es256, nil, "first", ["iss.needed"]),
      ("a list", issuers.first, .es256, ["https://a.example"], "first", ["iss.needed"]),
    ]
    var wrong: [String] = []
    for row in rows {
      let token = try issuers.token(row.key, row.alg, iss: row.iss, aud: row.aud)
      var codes: [String] = []
      do throws(VerificationFailure) {
        _ = try issuers.verifier.verify(token, at: Self.now)
      } catch {
        codes = error.codes
      }
      let report = issuers.verifier.report(Array(token.utf8), at: Self.now)
      let told = report.checks.flatMap { check -> [String] in
        if case .failed(let findings) = check.outcome { findings.map(\.code) } else { [] }
      }
      if codes != row.codes || told != codes { wrong.append("\(row.name): \(codes), \(told)") }
    }
    #expect(wrong == [])
  }

  @Test("a text that cannot be read is refused as by any verifier, and no signature was checked")
  func unreadable() throws {
    let verifier = try Issuers().verifier
    let rows = [
      ("a.b", "token.segment-count"), ("e30.e30.AA", "alg.missing"),
      ("eyJhbGciOiJub25lIn0.e30.", "alg.none"),
      ("eyJhbGciOiJFUzI1NiJ9.e.AA", "base64url.impossible-length"),
      ("eyJhbGciOiJFUzI1NiJ9.ew.AA", "json.unexpected-end"),
      ("eyJhbGciOiJFUzI1NiJ9.W10.AA", "claims.not-an-object"),
      (
        "eyJhbGciOiJFUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19.e30.AA",
        "b64.unencoded-payload"
      ),
    ]
    var wrong: [String] = []
    for (token, code) in rows {
      let report = verifier.report(Array(token.utf8), at: Self.now)
      guard case .failure(let failure) = report.result else { continue }
      let signature = report.checks.first { $0.name == .signature }
      if failure.codes != [code] || signature?.outcome != .skipped(.notReached)
        || report.checks.map(\.name) != Check.Name.allCases
      {
        wrong.append("\(token): \(failure.codes)")
      }
    }
    #expect(wrong == [])
  }

  @Test("verifiers that cannot be told apart are refused")
  func setUp() throws {
    let key = try SigningKey.generate(for: .es256)
    func verifier(_ issuer: ValidationPolicy.Issuer) throws -> Verifier {
      try Issuers.verifier(key, .es256, issuer, "a")
    }
    #expect(throws: PolicyError.issuerNotNamed) { try MultiIssuerVerifier([]) }
    #expect(throws: PolicyError.issuerNotNamed) {
      try MultiIssuerVerifier([verifier(.exactly("a")), verifier(.ignored("any"))])
    }
    #expect(throws: PolicyError.duplicateIssuer("b")) {
      try MultiIssuerVerifier([verifier(.exactly("b")), verifier(.oneOf(["a", "b"]))])
    }
  }
}
