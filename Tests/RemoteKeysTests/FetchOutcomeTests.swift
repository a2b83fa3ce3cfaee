import JWTCheckTesting
import RemoteKeys
import Testing

@Suite("what fetching keys comes to")
struct FetchOutcomeTests {
  private static let discovery = "https://id.example/.well-known/openid-configuration"

  @Test("each way to bring no keys has its name, and is no verdict about the token")
  func failures() async throws {
    let issuer = try Issuer()
    let good = try issuer.keySet()
    let p384 = try Issuer(["k1"], .es384).keySet()
    typealias Row = (body: [UInt8]?, status: Int, from: String?, failure: String)
    let rows: [Row] = [
      (nil, 200, nil, "noResponse"), (good, 500, nil, "status(500)"),
      (good, 302, nil, "status(302)"), (good, 204, nil, "status(204)"),
      (good, 200, "https://id.example/keys/", "redirected"),
      ([UInt8](repeating: 0x20, count: 1 << 20) + good, 200, nil, "tooLarge("),
      (Array("<html></html>".utf8), 200, nil, "keys("), ([], 200, nil, "keys("),
      (Array("{\"keys\":[]}".utf8), 200, nil, "unusable("), (p384, 200, nil, "unusable("),
    ]
    var wrong: [String] = []
    for row in rows {
      let issuer = try Issuer()
      issuer.server.serve(row.body, status: row.status, from: row.from)
      let verifier = try issuer.verifier()
      let codes = await verifier.codes(try issuer.token(), at: Issuer.start)
      let failure = verifier.status.lastFailure.map { "\($0)" } ?? "-"
      if codes != ["keys.unavailable"] || !failure.hasPrefix(row.failure) {
        wrong.append("\(row.failure): \(failure) \(codes)")
      }
    }
    #expect(wrong == [])
  }

  @Test("one bad key among good ones is passed over and listed")
  func badKeys() async throws {
    let issuer = try Issuer(["k1", "k2"])
    issuer.server.serve(
      try issuer.keySet(
        "{\"kty\":\"AKP\",\"kid\":\"new\"}", "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"bad\"}",
        "{\"kty\":\"oct\",\"k\":\"AAAA\",\"kid\":\"secret\"}", "7"))
    let verifier = try issuer.verifier()
    #expect(await verifier.codes(try issuer.token(1), at: Issuer.start) == [])
    #expect(verifier.status.skipped.map(\.keyID).contains("new"))
    #expect(verifier.status.skipped.map(\.keyID).contains("bad"))
  }

  @Test("discovery finds the keys of exactly the issuer that was asked, at a host that is allowed")
  func discovery() async throws {
    typealias Row = (document: String, allowed: [String]?, failure: String?)
    let rows: [Row] = [
      (#"{"issuer":"https://id.example","jwks_uri":"https://id.example/keys"}"#, nil, nil),
      (
        #"{"issuer":"https://id.example","jwks_uri":"https://keys.example/keys"}"#,
        ["ID.example", "keys.example"], nil
      ),
      (#"{"issuer":"https://id.example","jwks_uri":"https://keys.example/keys"}"#, nil, "keyURL"),
      (#"{"issuer":"https://id.example","jwks_uri":"http://id.example/keys"}"#, nil, "keyURL"),
      (
        #"{"issuer":"https://id.example/","jwks_uri":"https://id.example/keys"}"#, nil,
        "otherIssuer"
      ),
      (#"{"jwks_uri":"https://id.example/keys"}"#, nil, "otherIssuer"),
      (#"{"issuer":"https://id.example"}"#, nil, "description"), ("[]", nil, "description"),
      (
        #"{"issuer":"a","issuer":"https://id.example","jwks_uri":"https://id.example/keys"}"#, nil,
        "description"
      ),
    ]
    var wrong: [String] = []
    for row in rows {
      let issuer = try Issuer()
      issuer.server.serve(Array(row.document.utf8), at: Self.discovery)
      issuer.server.serve(try issuer.keySet(), at: "https://keys.example/keys")
      var options = RemoteKeyOptions()
      options.allowedHosts = row.allowed
      // Even then: what came over TLS does not lead away from it.
      options.plainHTTP = .everywhere
      let verifier = try RemoteVerifier(
        keys: .discovery(issuer: Issuer.name), policy: issuer.mints[0].policy, options: options,
        fetcher: issuer.server)
      let isLoaded = await verifier.load(at: Issuer.start)
      let failure = verifier.status.lastFailure.map { "\($0)" }
      if isLoaded != (row.failure == nil) || failure != row.failure {
        wrong.append("\(row.document): \(failure ?? "-")")
      }
    }
    #expect(wrong == [])
  }

  @Test("a set-up that could not be safe is refused")
  func setUp() throws {
    let issuer = try Issuer()
    let policy = issuer.mints[0].policy
    func error(
      _ location: KeyLocation = .jwkSet(KeyServer.url), policy: ValidationPolicy = policy,
      _ change: (inout RemoteKeyOptions) -> Void = { _ in }
    ) -> RemoteKeySetupError? {
      var options = RemoteKeyOptions()
      change(&options)
      do throws(RemoteKeySetupError) {
        _ = try RemoteVerifier(
          keys: location, policy: policy, options: options, fetcher: issuer.server)
        return nil
      } catch { return error }
    }
    var secret = policy
    secret.algorithms = [.hs256]
    var none = policy
    none.algorithms = []
    var other = policy
    other.issuer = .exactly("https://id.example/")
    let found = [
      error(), error(.jwkSet("http://id.example/keys")), error(policy: secret),
      error(policy: none), error(.discovery(issuer: Issuer.name)),
      error(.discovery(issuer: Issuer.name), policy: other), error { $0.minimumLifetime = 0 },
      error { $0.maximumLifetime = 59 }, error { $0.allowedHosts = ["other.example"] },
    ]
    #expect(
      found == [
        nil, .url("http://id.example/keys"), .secretKeys, .noAlgorithms, nil, .issuerDiffers,
        .options, .options, .url(KeyServer.url),
      ])
  }
}
