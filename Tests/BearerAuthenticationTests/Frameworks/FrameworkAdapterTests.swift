import BearerAuthentication
import Foundation
import JWTCheckTesting
import Synchronization
import Testing
import VectorSupport

/// The adapters of the article `Frameworks`, each in front of stand-ins for its framework: what the
/// article shows is what is compiled and asked here.
@Suite("adapters for frameworks")
struct FrameworkAdapterTests {
  private let bearer: AsyncBearerAuthenticator
  /// Values of `Authorization`, and the status that each of them leads to.
  private let rows: [(values: [String], status: Int, challenge: String?)]

  init() throws {
    // The adapters ask the clock, so these tokens are good on the day of the test.
    let mint = try TokenMint(.es256, now: now())
    bearer = try AsyncBearerAuthenticator(verifier: mint.verifier())
    let good = "Bearer \(try mint.token())"
    rows = [
      ([good], 200, nil), ([], 401, "Bearer"),
      (["Bearer \(try mint.token(.expired))"], 401, "Bearer error=\"invalid_token\""),
      ([good, good], 401, "Bearer error=\"invalid_request\""),
    ]
  }

  private static func fields(_ values: [String]) -> HTTPFields {
    var fields: HTTPFields = [:]
    fields.all = values.map { (.authorization, $0) }
    return fields
  }

  private struct Context: HummingbirdAdapter.AuthRequestContext {
    typealias Identity = VerifiedToken
    let logger = HummingbirdAdapter.Logger()
  }

  @Test("Hummingbird gets the token, or an error with status and challenge")
  func hummingbird() async throws {
    let adapter = HummingbirdAdapter.TokenAuthenticator<Context>(bearer: bearer)
    for row in rows {
      let request = HummingbirdAdapter.Request(headers: Self.fields(row.values))
      do {
        let token = try await adapter.authenticate(request: request, context: Context())
        #expect(token?.subject?.revealed == "user-1" && row.status == 200)
      } catch let error as HummingbirdAdapter.HTTPError {
        #expect(error.status.code == row.status)
        #expect(error.headers[values: .wwwAuthenticate] == row.challenge.map { [$0] } ?? [])
      }
    }
  }

  private struct Claims: Decodable, VaporAdapter.Authenticatable { let sub: String }

  private struct Responder: VaporAdapter.AsyncResponder {
    func respond(to request: VaporAdapter.Request) async throws -> VaporAdapter.Response {
      VaporAdapter.Response()
    }
  }

  @Test("Vapor logs the claims in, or aborts with status and challenge")
  func vapor() async throws {
    let adapter = VaporAdapter.TokenMiddleware<Claims>(bearer: bearer)
    for row in rows {
      let request = VaporAdapter.Request(
        headers: VaporAdapter.HTTPHeaders(row.values.map { ("Authorization", $0) }))
      do {
        let response = try await adapter.respond(to: request, chainingTo: Responder())
        #expect(response.status == row.status)
        #expect((request.auth.logins.first as? Claims)?.sub == "user-1")
      } catch let error as VaporAdapter.Abort {
        #expect(error.status.statusCode == row.status)
        #expect(error.headers.all.map(\.1) == row.challenge.map { [$0] } ?? [])
      }
    }
  }

  @Test("an OpenAPI handler finds the caller, or is not reached")
  func openAPI() async throws {
    let adapter = OpenAPIAdapter.TokenMiddleware(bearer: bearer)
    for row in rows {
      let (response, _) = try await adapter.intercept(
        HTTPRequest(headerFields: Self.fields(row.values)), body: nil, metadata: .init(),
        operationID: "list"
      ) { _, _, _ in
        #expect(OpenAPIAdapter.Caller.token?.subject?.revealed == "user-1")
        return (HTTPResponse(status: .init(code: 200), headerFields: [:]), nil)
      }
      #expect(response.status.code == row.status)
      #expect(response.headerFields[values: .wwwAuthenticate] == row.challenge.map { [$0] } ?? [])
    }
  }

  @Test("a Lambda authorizer says yes and who it is, or no")
  func lambda() async throws {
    for row in rows {
      let headers =
        row.values.isEmpty ? [:] : ["authorization": row.values.joined(separator: ",")]
      let answer = try await LambdaAdapter.answer(bearer, headers)
      #expect(answer.isAuthorized == (row.status == 200))
      #expect(answer.context == (row.status == 200 ? ["sub": "user-1"] : nil))
    }
  }

  @Test("a loop over SwiftNIO's parts answers each request")
  func nio() async throws {
    let (inbound, source) = AsyncStream<NIOAdapter.HTTPServerRequestPart>.makeStream()
    for row in rows {
      let headers = NIOAdapter.HTTPHeaders(row.values.map { ("Authorization", $0) })
      source.yield(
        .head(NIOAdapter.HTTPRequestHead(version: NIOAdapter.HTTPVersion(), headers: headers)))
      source.yield(.end)
    }
    source.finish()
    let outbound = NIOAdapter.Outbound()
    try await NIOAdapter.serve(bearer, inbound, outbound)
    var heads: [NIOAdapter.HTTPResponseHead] = []
    for case .head(let head) in outbound.parts { heads.append(head) }
    #expect(heads.map(\.status.statusCode) == rows.map(\.status))
    #expect(heads[0].headers["X-Auth-Subject"] == ["user-1"])
    #expect(
      heads.dropFirst().map { $0.headers["WWW-Authenticate"].first }
        == rows.dropFirst().map(\.challenge))
  }

  private final class Client: SomeRedisClient {
    let keys = Mutex<Set<String>>([])
    func exists(_ key: String) async throws -> Bool { keys.withLock { $0.contains(key) } }
    func setIfAbsent(_ key: String, expiresAt: Int64) async throws -> Bool {
      keys.withLock { $0.insert(key).inserted }
    }
  }

  @Test("a store over somebody's client lets a token pass once")
  func store() async throws {
    let mint = try TokenMint(.es256)
    let bearer = try AsyncBearerAuthenticator(
      verifier: mint.verifier(), store: SharedStore(client: Client()),
      options: BearerOptions(tokenUse: .once))
    let header = "Bearer \(try mint.token())"
    _ = try await bearer.authenticate(authorization: header, at: mint.now)
    let rejection = await #expect(throws: Rejection.self) {
      try await bearer.authenticate(authorization: header, at: mint.now)
    }
    #expect(rejection?.reason == .replayed)
  }

  @Test("no adapter of the article is longer than 15 lines")
  func lengths() throws {
    let article = VectorFile.folder.deletingLastPathComponent().appending(
      path: "Sources/BearerAuthentication/BearerAuthentication.docc/Frameworks.md")
    let text = try String(contentsOf: article, encoding: .utf8)
    var lengths: [String: Int] = [:]
    for section in text.components(separatedBy: "\n## ").dropFirst() {
      let blocks = section.components(separatedBy: "\n```swift\n").dropFirst()
      lengths[String(section.prefix { $0 != "\n" })] =
        blocks.map { $0.components(separatedBy: "\n```")[0].split(separator: "\n").count }.max()
    }
    let frameworks = [
      "Hummingbird", "Vapor", "OpenAPI runtime", "AWS Lambda authorizer", "SwiftNIO",
    ]
    #expect(frameworks.allSatisfy { (1...15).contains(lengths[$0] ?? 0) }, "\(lengths)")
  }
}
