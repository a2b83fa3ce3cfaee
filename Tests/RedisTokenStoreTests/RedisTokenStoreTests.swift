import BearerAuthentication
import Foundation
import JWTCheckTesting
import RedisTokenStore
import Testing

@Suite("tokens in Redis", .enabled(if: RedisProcess.program != nil, "redis-tools is not installed"))
struct RedisTokenStoreTests {
  /// Long enough for a machine that is busy with other things.
  private static let timeout = Duration.seconds(10)

  private static func store(_ process: RedisProcess) -> RedisTokenStore {
    RedisTokenStore(RedisServer(.socket(path: process.socket)), timeout: timeout)
  }

  private let process: RedisProcess
  private let store: RedisTokenStore
  // The server forgets by its own clock, so these times are those of the day; they decide nothing else.
  private let now: NumericDate
  private let later: NumericDate

  init() throws {
    process = try RedisProcess()
    store = Self.store(process)
    now = NumericDate(seconds: Int64(Date().timeIntervalSince1970))
    later = now.advanced(bySeconds: 600)
  }

  private func identity(_ name: String) throws -> TokenIdentity {
    try #require(TokenIdentity(issuer: "https://a.example", tokenID: name))
  }

  @Test("a token is revoked until it expires, and used once")
  func basics() throws {
    let (a, b) = (try identity("a"), try identity("b"))
    try store.revoke(a, until: later, at: now)
    #expect(try store.isRevoked(a, at: now))
    #expect(try !store.isRevoked(b, at: now))
    let uses = try [a, a, b, a].map { try store.markUsed($0, until: later, at: now) }
    #expect(uses == [true, false, true, false])
    // What is over already is forgotten at once.
    #expect(try store.markUsed(identity("c"), until: now.advanced(bySeconds: -5), at: now))
    #expect(try store.markUsed(identity("c"), until: .distantFuture, at: now))
    #expect(try !store.markUsed(identity("c"), until: later, at: now))
    let other = RedisTokenStore(
      RedisServer(.socket(path: process.socket)), prefix: "other:", timeout: Self.timeout)
    #expect(try other.markUsed(a, until: later, at: now))
    let numbered = RedisTokenStore(
      RedisServer(.socket(path: process.socket), database: 1), timeout: Self.timeout)
    #expect(try numbered.markUsed(a, until: later, at: now))
  }

  @Test("of many machines that use a token at the same time one is first")
  func race() async throws {
    let stores = (0..<4).map { _ in Self.store(process) }
    let token = try identity("a")
    let (now, later) = (now, later)
    let firsts = await withTaskGroup(of: Int.self) { group in
      for store in stores {
        let waiting = AsyncRedisTokenStore(store)
        for _ in 0..<20 {
          group.addTask {
            (try? await waiting.markUsed(token, until: later, at: now)) == true ? 1 : 0
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(firsts == 1)
  }

  @Test("while the server is down tokens are refused with 503, and accepted again when it is back")
  func outage() async throws {
    let mint = try TokenMint(.hs256)
    let blocking = try BearerAuthenticator(verifier: mint.verifier(), store: store)
    let waiting = try AsyncBearerAuthenticator(
      verifier: mint.verifier(), store: AsyncRedisTokenStore(store))
    let header = "Bearer \(try mint.token())"
    func outcomes(_ seconds: Int64) async -> [String] {
      let now = mint.now.advanced(bySeconds: seconds)
      var outcomes: [String] = []
      do throws(Rejection) {
        _ = try blocking.authenticate(authorization: header, at: now)
        outcomes.append("accepted")
      } catch { outcomes.append("\(error)") }
      do throws(Rejection) {
        _ = try await waiting.authenticate(authorization: header, at: now)
        outcomes.append("accepted")
      } catch { outcomes.append("\(error)") }
      return outcomes
    }
    let down = ["store-unavailable", "store-unavailable"]
    #expect(await outcomes(0) == ["accepted", "accepted"])
    // The connection that is kept is now a broken one, and writing to it must not end the process.
    process.stop()
    #expect(await outcomes(1) == down)
    try process.start()
    // Within the second of the failure nobody tries again.
    #expect(await outcomes(1) == down)
    #expect(await outcomes(2) == ["accepted", "accepted"])
    process.stop()
    try process.start()
    // A restart between two requests is not noticed.
    #expect(await outcomes(3) == ["accepted", "accepted"])
  }

  @Test("a server that wants a password gets it, and without it nothing is believed")
  func password() throws {
    process.stop()
    try process.start("--requirepass", "secret 1")
    let token = try identity("a")
    #expect(throws: TokenStoreFailure.unavailable) { try store.isRevoked(token, at: now) }
    func signedIn(_ password: String, user: String? = nil) -> RedisTokenStore {
      RedisTokenStore(
        RedisServer(
          .socket(path: process.socket), user: user, password: SecretBytes(password.utf8)),
        timeout: Self.timeout)
    }
    #expect(throws: TokenStoreFailure.unavailable) {
      try signedIn("wrong").isRevoked(token, at: now)
    }
    #expect(try !signedIn("secret 1").isRevoked(token, at: now))
    #expect(try !signedIn("secret 1", user: "default").isRevoked(token, at: now))
  }

  @Test("a server that cannot write is one that cannot answer")
  func readOnly() throws {
    process.stop()
    try process.start("--maxmemory", "1", "--maxmemory-policy", "noeviction")
    #expect(throws: TokenStoreFailure.unavailable) {
      try store.markUsed(identity("a"), until: later, at: now)
    }
  }
}
