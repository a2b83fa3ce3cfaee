import BearerAuthentication
import JWTCheckTesting
import Testing

@testable import RemoteKeys

@Suite("bearer tokens under fetched keys")
struct RemoteBearerTests {
  private func reason(
    _ authenticator: AsyncBearerAuthenticator, _ token: String, at now: NumericDate
  ) async -> String {
    do throws(Rejection) {
      _ = try await authenticator.authenticate(authorization: "Bearer \(token)", at: now)
      return "accepted"
    } catch {
      return "\(error.reason.rawValue) \(error.status) \(error.wwwAuthenticate ?? "-")"
    }
  }

  @Test("without keys the answer is 503 and no challenge, with them the token is accepted")
  func unavailable() async throws {
    let issuer = try Issuer()
    issuer.server.serve(nil)
    let authenticator = try AsyncBearerAuthenticator(verifier: issuer.verifier())
    let token = try issuer.token()
    #expect(await reason(authenticator, token, at: Issuer.start) == "keys-unavailable 503 -")
    issuer.server.serve(try issuer.keySet())
    let later = Issuer.start.advanced(bySeconds: 1)
    #expect(await reason(authenticator, token, at: later) == "accepted")
  }

  @Test("a remembered token is forgotten with its key, and does not outlive the keys' time")
  func cache() async throws {
    var issuer = try Issuer(["k1", "k2"])
    let cache = TokenCache()
    let verifier = try issuer.verifier { $0.maximumOutage = 100 }
    let authenticator = try AsyncBearerAuthenticator(
      verifier: verifier, options: BearerOptions(cache: cache))
    let token = try issuer.token()
    let now = Issuer.start
    #expect(await reason(authenticator, token, at: now) == "accepted")
    #expect(await reason(authenticator, token, at: now) == "accepted")
    #expect(cache.statistics.hits == 1)

    issuer.server.serve(nil)
    let last = now.advanced(bySeconds: 1099)
    #expect(await reason(authenticator, token, at: last) == "accepted")
    await verifier.waitForFetch()
    let over = now.advanced(bySeconds: 1100)
    #expect(await reason(authenticator, token, at: over) == "keys-unavailable 503 -")

    issuer.server.serve(try issuer.keySet())
    let back = now.advanced(bySeconds: 1200)
    #expect(await reason(authenticator, token, at: back) == "accepted")
    issuer.mints.removeFirst()
    issuer.server.serve(try issuer.keySet())
    #expect(await verifier.load(at: back.advanced(bySeconds: 1)))
    #expect(
      await reason(authenticator, token, at: back.advanced(bySeconds: 1))
        == "unknown-key 401 Bearer error=\"invalid_token\"")
  }

  @Test("using a remembered token fetches keys ahead, too")
  func ahead() async throws {
    let issuer = try Issuer()
    let verifier = try issuer.verifier()
    let authenticator = try AsyncBearerAuthenticator(
      verifier: verifier, options: BearerOptions(cache: TokenCache()))
    let token = try issuer.token()
    for second: Int64 in [0, 1, 799, 800] {
      let now = Issuer.start.advanced(bySeconds: second)
      #expect(await reason(authenticator, token, at: now) == "accepted")
    }
    await verifier.waitForFetch()
    #expect(issuer.server.requests.count == 2)
  }
}
