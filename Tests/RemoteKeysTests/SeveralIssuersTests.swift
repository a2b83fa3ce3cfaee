import BearerAuthentication
import JWTCheckTesting
import RemoteKeys
import Testing

@Suite("several issuers, some with keys that are fetched")
struct SeveralIssuersTests {
  /// An issuer whose keys are fetched, and one whose key is at hand.
  private struct World {
    let remote: Issuer
    let local: TokenMint
    let source: MultiIssuerSource
    let verifier: RemoteVerifier

    init() throws {
      remote = try Issuer()
      local = try TokenMint(
        key: TestKey(.es384, keyID: "k1"), issuer: "https://other.example", audience: "bills",
        now: Issuer.start)
      verifier = try remote.verifier()
      source = try MultiIssuerSource([verifier, try local.verifier()])
    }

    func codes(_ token: String, waits: Bool = true) async -> [String] {
      let bytes = Array(token.utf8)
      for attempt in 0...1 {
        do throws(VerificationFailure) {
          _ = try source.verify(bytes.span, at: Issuer.start)
          return []
        } catch {
          guard waits, attempt == 0,
            await source.refresh(after: error, for: bytes, at: Issuer.start)
          else { return error.codes }
        }
      }
      return []
    }
  }

  @Test("each token meets its own issuer's keys, algorithms and audience")
  func binding() async throws {
    let world = try World()
    let audience = try world.local.token(claims: ["aud": "orders"])
    // A key of the one issuer under the name of the other.
    let borrowed = try world.local.token(claims: ["iss": .string(Issuer.name)])
    let stranger = try world.local.token(claims: ["iss": "https://stranger.example"])
    #expect(await world.codes(try world.local.token()) == [])
    #expect(world.remote.server.requests.isEmpty)
    #expect(await world.codes(try world.remote.token()) == [])
    #expect(await world.codes(audience) == ["aud.mismatch"])
    #expect(await world.codes(borrowed) == ["alg.not-allowed"])
    #expect(await world.codes(stranger) == ["iss.unknown"])
    #expect(world.remote.server.requests.count == 1)
  }

  @Test("while the keys of one issuer cannot be had, the tokens of the other pass")
  func outage() async throws {
    let world = try World()
    world.remote.server.serve(nil)
    #expect(await world.codes(try world.remote.token()) == ["keys.unavailable"])
    #expect(await world.codes(try world.local.token()) == [])
  }

  @Test("what was remembered holds as long as its own issuer's verifier does")
  func generations() async throws {
    let world = try World()
    #expect(await world.verifier.load(at: Issuer.start))
    let remote = try world.source.verifier(
      for: Array(try world.remote.token().utf8).span, at: Issuer.start)
    let local = try world.source.verifier(
      for: Array(try world.local.token().utf8).span, at: Issuer.start)
    let later = Issuer.start.advanced(bySeconds: 1_000)
    #expect(world.source.isCurrent(remote.generation, at: Issuer.start))
    #expect(world.source.isCurrent(local.generation, at: Issuer.start))
    #expect(!world.source.isCurrent(remote.generation, at: later))
    #expect(world.source.isCurrent(local.generation, at: later))
  }

  @Test("two sources for one issuer, and one for any, are refused")
  func setUp() throws {
    let world = try World()
    var any = world.local.policy
    any.issuer = .ignored("a test")
    let forAny = try Verifier(keys: world.local.key.verification, policy: any)
    #expect(throws: PolicyError.duplicateIssuer("https://other.example")) {
      try MultiIssuerSource([try world.local.verifier(), try world.local.verifier()])
    }
    #expect(throws: PolicyError.issuerNotNamed) { try MultiIssuerSource([forAny]) }
    #expect(throws: PolicyError.issuerNotNamed) { try MultiIssuerSource([]) }
  }
}
