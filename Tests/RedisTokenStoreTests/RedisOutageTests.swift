import BearerAuthentication
import JWTCheckTesting
import RedisTokenStore
import Testing

@Suite(
  "Redis down and back under load",
  .enabled(if: RedisProcess.program != nil, "redis-tools is not installed"))
struct RedisOutageTests {
  private static let timeout = Duration.milliseconds(500)
  private let process: RedisProcess
  private let mint: TokenMint
  private let header: String
  private let store: RedisTokenStore

  init() throws {
    process = try RedisProcess()
    mint = try TokenMint(.hs256)
    header = "Bearer \(try mint.token())"
    store = RedisTokenStore(
      RedisServer(.socket(path: process.socket)), timeout: Self.timeout)
  }

  /// Which outcomes requests have that many tasks send, each of them one a second.
  private static func outcomes(
    _ authenticator: AsyncBearerAuthenticator, _ header: String, from now: NumericDate,
    seconds: Range<Int64>
  ) async -> Set<String> {
    await withTaskGroup(of: Set<String>.self) { group in
      for _ in 0..<16 {
        group.addTask {
          var outcomes: Set<String> = []
          for second in seconds {
            do throws(Rejection) {
              _ = try await authenticator.authenticate(
                authorization: header, at: now.advanced(bySeconds: second))
              outcomes.insert("accepted")
            } catch { outcomes.insert("\(error.status) \(error)") }
          }
          return outcomes
        }
      }
      return await group.reduce(into: []) { $0.formUnion($1) }
    }
  }

  @Test("while the server goes down and comes back, every answer is yes or 503, and then yes again")
  func load() async throws {
    // A server that is down is noticed at once; a busy machine is not to be taken for one.
    let patient = RedisTokenStore(
      RedisServer(.socket(path: process.socket)), timeout: .seconds(10))
    let authenticator = try AsyncBearerAuthenticator(
      verifier: mint.verifier(), store: AsyncRedisTokenStore(patient))
    let (now, header) = (mint.now, header)
    let outcomes = { @Sendable (seconds: Range<Int64>) in
      await Self.outcomes(authenticator, header, from: now, seconds: seconds)
    }
    #expect(await outcomes(0..<5) == ["accepted"])
    var seen: Set<String> = []
    for round: Int64 in 1...5 {
      async let running = outcomes(round * 40..<(round + 1) * 40)
      process.stop()
      seen.formUnion(await running)
      let down = await outcomes(280..<285)
      #expect(down == ["503 store-unavailable"])
      async let starting = outcomes(290..<300)
      try process.start()
      seen.formUnion(await starting)
      #expect(await outcomes(300..<305) == ["accepted"])
    }
    #expect(seen.isSubset(of: ["accepted", "503 store-unavailable"]))
  }

  @Test("a server that hangs costs its time limit once a second and not each request")
  func hanging() async throws {
    let authenticator = try BearerAuthenticator(verifier: mint.verifier(), store: store)
    func reason(_ second: Int64) -> Rejection.Reason? {
      do throws(Rejection) {
        _ = try authenticator.authenticate(
          authorization: header, at: mint.now.advanced(bySeconds: second))
        return nil
      } catch { return error.reason }
    }
    // So many requests wait at a time that several connections are kept afterwards.
    process.pause()
    defer { process.resume() }
    let waiting = try AsyncBearerAuthenticator(
      verifier: mint.verifier(), store: AsyncRedisTokenStore(store))
    let (now, header) = (mint.now, header)
    async let first = Self.outcomes(waiting, header, from: now, seconds: 0..<1)
    try await Task.sleep(for: .milliseconds(100))
    process.resume()
    _ = await first
    #expect(reason(1) == nil)

    process.pause()
    let start = ContinuousClock.now
    for _ in 0..<50 { #expect(reason(2) == .storeUnavailable) }
    // One connection that was kept, and a new one, wait for as long as they may.
    #expect(ContinuousClock.now - start < Self.timeout * 8)
    process.resume()
    #expect(reason(3) == nil)
  }
}
