import HTTPMessages
import JOSE
import JWTIssuing
import JWTValidation
import StrictCoding
import Synchronization
import Testing
import TokenClient
import Velt

@Suite("the client of a token endpoint")
struct TokenClientTests {
  @Test("however many ask, one request is sent, and its token is kept until the margin")
  func oneRequest() async throws {
    let endpoint = FakeEndpoint()
    let client = try endpoint.client()
    let request = try TokenRequest(userId: "u", organizationId: "o")
    let tokens = try await withThrowingTaskGroup(of: ClientToken.self) { group in
      for _ in 0..<50 { group.addTask { try await client.token(for: request) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(tokens.count == 50)
    #expect(Set(tokens.map(\.revealed)).count == 1)
    #expect(tokens.filter { !$0.isVerified }.isEmpty)
    #expect(endpoint.count == 1)
    // 48 hours less the five minutes of the margin.
    for (seconds, count) in [(172_499, 1), (172_500, 2), (172_501, 2)] {
      endpoint.setTime(FakeEndpoint.start + Int64(seconds))
      _ = try await client.token(for: request)
      #expect(endpoint.count == count, "after \(seconds) s")
    }
    await client.removeAll()
    _ = try await client.token(for: request)
    #expect(endpoint.count == 3)
  }

  @Test("what was asked for before everything was forgotten is not kept")
  func forgetting() async throws {
    let endpoint = FakeEndpoint()
    let client = try endpoint.client()
    let request = try TokenRequest(userId: "u", organizationId: "o")
    async let first = client.token(for: request)
    while endpoint.count == 0 { await Task.yield() }
    await client.removeAll()
    _ = try await client.token(for: request)
    _ = try await first
    _ = try await client.token(for: request)
    #expect(endpoint.count == 2)
  }

  @Test("nobody gets a token that was requested for somebody or something else")
  func separation() async throws {
    let endpoint = FakeEndpoint()
    let client = try endpoint.client()
    let requests = try [
      TokenRequest(userId: "u", organizationId: "o"),
      TokenRequest(userId: "u2", organizationId: "o"),
      TokenRequest(userId: "u", organizationId: "o2"),
      TokenRequest(userId: "u", organizationId: "o", isAdmin: true),
      TokenRequest(userId: "u", organizationId: "o", isAdmin: false),
      TokenRequest(userId: "u", organizationId: "o", email: "e@example.com"),
      // Canonically equivalent texts are different users.
      TokenRequest(userId: "\u{E9}", organizationId: "o"),
      TokenRequest(userId: "e\u{301}", organizationId: "o"),
    ]
    for _ in 0..<2 { for request in requests { _ = try await client.token(for: request) } }
    #expect(endpoint.count == requests.count)
  }

  @Test(
    "an answer that is no good token is an error of its own and is not kept",
    arguments: FakeEndpoint.Mood.allCases)
  func failures(mood: FakeEndpoint.Mood) async throws {
    let endpoint = FakeEndpoint(mood)
    let client = try endpoint.client()
    let request = try TokenRequest(userId: "u", organizationId: "o")
    for count in 1...2 {
      let error = await #expect(throws: TokenClientError.self) {
        try await client.token(for: request)
      }
      #expect(error.map(mood.fits) == true, "\(String(describing: error))")
      #expect(endpoint.count == count)
    }
  }

  @Test("the store of tokens has an end")
  func bound() async throws {
    let endpoint = FakeEndpoint()
    let client = try endpoint.client { $0.maximumCount = 2 }
    for user in ["a", "b", "c", "a"] {
      _ = try await client.token(for: TokenRequest(userId: user, organizationId: "o"))
    }
    #expect(endpoint.count == 4)
  }
}

/// A token endpoint that answers in a function call.
final class FakeEndpoint: Sendable {
  static let start: Int64 = 1_700_000_000

  /// What the endpoint does wrong.
  enum Mood: CaseIterable, Sendable {
    case unreachable, gateway, page, noEnvelope, failure, otherUser, cached, forged, contradiction

    func fits(_ error: TokenClientError) -> Bool {
      switch (self, error) {
      case (.unreachable, .notFetched), (.gateway, .status(502)), (.page, .notJSON),
        (.noEnvelope, .malformed), (.failure, .failure), (.contradiction, .status(400)):
        true
      case (.otherUser, .refused(let record)):
        record.findings.contains { $0.code == "request.user-id-mismatch" }
      case (.cached, .refused(let record)):
        record.findings.contains { $0.code == "iat.not-fresh" }
      case (.forged, .refused(let record)):
        record.findings.contains { $0.code == "signature.invalid" }
      default: false
      }
    }
  }

  private struct Unreachable: Error {}

  private let mood: Mood?
  private let state = Mutex((count: 0, time: start))
  private static let secret = [UInt8](repeating: 7, count: 32)

  init(_ mood: Mood? = nil) { self.mood = mood }

  var count: Int { state.withLock { $0.count } }
  func setTime(_ seconds: Int64) { state.withLock { $0.time = seconds } }

  func client(_ change: (inout TokenClientSettings) -> Void = { _ in }) throws -> TokenClient {
    var settings = TokenClientSettings()
    settings.verifier = try JWSVerifier(keys: .secret(Self.secret), algorithms: [.hs256])
    settings.requiresSignature = true
    change(&settings)
    return TokenClient(
      endpoint: "https://endpoint.example/v1/auth/token/get",
      apiKey: SecretBytes("key".utf8), authToken: SecretBytes("token".utf8), settings: settings,
      clock: { NumericDate(seconds: self.state.withLock { $0.time }) },
      fetch: { try await self.answer($0) })
  }

  private func answer(_ message: HTTPRequest) async throws -> HTTPResponse {
    state.withLock { $0.count += 1 }
    try await Task.sleep(for: .milliseconds(5))
    guard case .complete(let body) = message.body else { throw Unreachable() }
    let request = try TokenRequest(json: body)
    let json: HTTPHeaders = ["Content-Type": "application/json; charset=utf-8"]
    switch mood {
    case .unreachable: throw Unreachable()
    case .gateway: return HTTPResponse(status: 502, headers: ["Content-Type": "text/html"])
    case .page: return HTTPResponse(status: 200, headers: ["Content-Type": "text/html"])
    case .noEnvelope: return HTTPResponse(status: 200, headers: json, body: Array("{}".utf8))
    case .failure:
      let text = #"{"error":{"message":"Auth token not found.","status":"INVALID_ARGUMENT"}}"#
      return HTTPResponse(status: 400, headers: json, body: Array(text.utf8))
    case nil, .otherUser, .cached, .forged, .contradiction:
      return HTTPResponse(
        status: mood == .contradiction ? 400 : 200, headers: json, body: try success(request))
    }
  }

  private func success(_ request: TokenRequest) throws -> [UInt8] {
    let now = state.withLock { $0.time } - (mood == .cached ? 3_600 : 0)
    var claims: [(name: String, value: JSONTree)] = [
      ("userId", .string(mood == .otherUser ? "x" : request.userId)),
      ("organizationId", .string(request.organizationId)),
      ("iat", .integer(now)), ("exp", .integer(now + 172_800)),
    ]
    if let isAdmin = request.isAdmin { claims.append(("isAdmin", .boolean(isAdmin))) }
    if let email = request.email { claims.append(("email", .string(email))) }
    let key = try SigningKey.secret(
      mood == .forged ? [UInt8](repeating: 8, count: 32) : Self.secret)
    let token = try TokenSigner(key: key, algorithm: .hs256).sign(.object(claims))
    let tree: JSONTree = [
      "result": [
        "status": "success", "message": "Token generated successfully.",
        "data": ["token": .string(token)],
      ]
    ]
    return tree.encoded()
  }
}
