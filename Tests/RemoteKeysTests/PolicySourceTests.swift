import JWTIssuing
import JWTValidation
import PolicyFile
import RemoteKeys
import Testing

@Suite("keys that a policy file has fetched")
struct PolicySourceTests {
  private static let now = NumericDate(seconds: 1_767_225_600)

  /// Answers with what a table holds.
  private struct Server: KeyFetcher {
    struct Down: Error {}

    let documents: [String: [UInt8]]

    func fetch(_ request: KeyFetchRequest) async throws -> KeyFetchResponse {
      guard let body = documents[request.url] else { throw Down() }
      return KeyFetchResponse(url: request.url, status: 200, body: body)
    }
  }

  private static let text = """
    {"version": 1, "issuers": [
      {"issuer": "https://a.example", "audience": "api", "algorithms": ["ES256"],
       "keys": {"discovery": true, "hosts": ["keys.example"], "certificates": "ca.pem"}},
      {"issuer": "https://b.example", "audience": "api", "algorithms": ["ES256"],
       "keys": {"jwkSet": "https://b.example/keys"}},
      {"issuer": "c", "audience": "api", "algorithms": ["ES256"], "keys": [{"file": "c.pem"}]}]}
    """

  @Test("each issuer's tokens are verified with the keys that it publishes")
  func source() async throws {
    let file = try PolicyFile(json: Array(Self.text.utf8))
    let keys = try (0..<3).map { _ in try SigningKey.generate(for: .es256) }
    let sets = try keys.map { key in
      let jwk = try #require(try key.publicJWK()).encoded()
      return Array("{\"keys\":[\(String(decoding: jwk, as: UTF8.self))]}".utf8)
    }
    let server = Server(documents: [
      "https://a.example/.well-known/openid-configuration": Array(
        #"{"issuer":"https://a.example","jwks_uri":"https://keys.example/a"}"#.utf8),
      "https://keys.example/a": sets[0], "https://b.example/keys": sets[1],
    ])
    let loaded = try file.keys { try $0.keys(from: sets[2]) }
    var certificates: [String?] = []
    let source = try file.source(keys: loaded) { published in
      certificates.append(published.certificates)
      return server
    }
    #expect(certificates == ["ca.pem", nil])
    #expect(await source.load(at: Self.now))
    #expect(source.remoteVerifiers.map(\.status.keyCount) == [1, 1])
    var outcomes: [String] = []
    for (issuer, key) in [
      ("https://a.example", 0), ("https://b.example", 1), ("c", 2), ("https://a.example", 1),
      ("c", 0), ("d", 0),
    ] {
      let token = try TokenSigner(key: keys[key], algorithm: .es256).sign([
        "iss": .string(issuer), "aud": "api", "exp": .integer(Self.now.seconds + 9),
      ])
      do throws(VerificationFailure) {
        _ = try source.verify(Array(token.utf8).span, at: Self.now)
        outcomes.append("good")
      } catch {
        outcomes.append(error.description)
      }
    }
    #expect(
      outcomes == [
        "good", "good", "good", "signature.invalid", "signature.invalid", "iss.unknown",
      ])
  }

  @Test("without an answer there are no keys, and that says nothing about a token")
  func outage() async throws {
    let text =
      #"{"version":1,"issuer":"a","audience":"b","algorithms":["ES256"],"keys":{"jwkSet":"https://a.example/k"}}"#
    let file = try PolicyFile(json: Array(text.utf8))
    let none = try file.keys { _ throws(KeyError) in throw .empty }
    let source = try file.source(keys: none) { _ in Server(documents: [:]) }
    #expect(await !source.load(at: Self.now))
    let token = Array("eyJhbGciOiJFUzI1NiJ9.e30.AAAA".utf8)
    #expect(throws: VerificationFailure.key(.keysUnavailable)) {
      try source.verify(token.span, at: Self.now)
    }
    #expect(await source.refresh(after: .key(.keysUnavailable), for: token, at: Self.now) == false)
    #expect(throws: PolicyError.noUsableKey()) { try file.verifier(keys: none) }
  }
}
