import JWTCheckTesting
import Testing

@testable import BearerAuthentication
@testable import JWTValidation

@Suite("the cache of verified tokens")
struct TokenCacheTests {
  private let mint: TokenMint

  init() throws { mint = try TokenMint(.hs256) }

  private func authenticator(
    _ cache: TokenCache, _ verifier: Verifier, store: MemoryTokenStore? = nil
  ) throws -> BearerAuthenticator {
    try BearerAuthenticator(
      verifier: verifier, store: store, options: BearerOptions(cache: cache))
  }

  private func reason(
    _ authenticator: BearerAuthenticator, _ token: String, at now: NumericDate
  ) -> Rejection.Reason? {
    do throws(Rejection) {
      _ = try authenticator.authenticate(authorization: "Bearer \(token)", at: now)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test("a hit still checks the time, in both directions, and the clock may step back and forth")
  func time() throws {
    let cache = TokenCache()
    let authenticator = try authenticator(cache, mint.verifier())
    let token = try mint.token(claims: ["nbf": .integer(mint.now.seconds)])
    let outcomes = [0, -1, 0, 599, 600, 0, 599, 3_000_000, 0, 0].map { offset in
      reason(authenticator, token, at: mint.now.advanced(bySeconds: offset))
    }
    #expect(
      outcomes == [nil, .notYetValid, nil, nil, .expired, nil, nil, .expired, nil, nil])
    #expect(cache.statistics.expirations == 2)
    #expect(cache.statistics.hits == 4 && cache.statistics.misses == 6)
  }

  @Test("the window of a token is when its verifier accepts it, to the nanosecond")
  func window() throws {
    var policy = mint.policy
    policy.leeway = .seconds(7)
    policy.maximumAge = .seconds(500)
    let base = mint.now.seconds
    let half = NumericDate(seconds: base + 100, nanoseconds: 500_000_000)
    let edges = [base - 7, base, base + 93, base + 107, base + 500, base + 507, base + 607]
    var wrong: [String] = []
    for maximumAge in [nil, Duration.seconds(500)] {
      policy.maximumAge = maximumAge
      let verifier = try Verifier(keys: mint.key.verification, policy: policy)
      for payload in ["", ",\"nbf\":\(base + 100)", ",\"nbf\":\(base + 100).5"] {
        let claims = """
          {"iss":"\(mint.issuer)","aud":"\(mint.audience)","iat":\(base),"exp":\(base + 600)\(payload)}
          """
        let token = try TokenSigner(key: mint.key.signing, algorithm: .hs256)
          .sign(payload: Array(claims.utf8))
        let window = verifier.window(of: try verifier.verify(token, at: half))
        for edge in edges {
          for (second, nanosecond) in [
            (edge - 1, 999_999_999), (edge, 0), (edge, 1), (edge, 500_000_000), (edge + 1, 0),
          ] {
            let now = NumericDate(seconds: second, nanoseconds: Int32(nanosecond))
            let isAccepted = (try? verifier.verify(token, at: now)) != nil
            if window.contains(now) != isAccepted { wrong.append("\(payload) \(now)") }
            if window.isOver(at: now), isAccepted { wrong.append("over: \(payload) \(now)") }
          }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test("a token counts only for the keys and the policy that accepted it")
  func generations() throws {
    let cache = TokenCache()
    let token = try mint.token()
    let first = try authenticator(cache, mint.verifier())
    var stricter = mint.policy
    stricter.audience = .containing("elsewhere")
    let second = try authenticator(
      cache, Verifier(keys: mint.key.verification, policy: stricter))
    let third = try authenticator(
      cache, Verifier(keys: TestKey(.hs256).verification, policy: mint.policy))
    let outcomes = [first, first, second, first, third, first, first].map {
      reason($0, token, at: mint.now)
    }
    #expect(outcomes == [nil, nil, .claimsRefused, nil, .invalidSignature, nil, nil])
    #expect(cache.statistics.hits == 2 && cache.statistics.expirations == 2)
  }

  @Test("a hit still asks the store, by jti and by what was signed", arguments: [true, false])
  func revocation(hasTokenID: Bool) throws {
    let cache = TokenCache()
    let store = MemoryTokenStore()
    let verifier = try mint.verifier()
    let authenticator = try authenticator(cache, verifier, store: store)
    let token = try mint.token(claims: hasTokenID ? ["jti": "a"] : [:])
    #expect(reason(authenticator, token, at: mint.now) == nil)
    let identity = try #require(
      hasTokenID
        ? TokenIdentity(issuer: mint.issuer, tokenID: "a")
        : TokenIdentity(verifier.verify(token, at: mint.now), text: token))
    try store.revoke(identity, until: mint.now.advanced(bySeconds: 600), at: mint.now)
    #expect(reason(authenticator, token, at: mint.now) == .revoked)
    #expect(cache.statistics.hits == 1)
  }

  @Test("neither limit is exceeded, and what was used longest ago makes room")
  func limits() throws {
    let verifier = try mint.verifier()
    let tokens = try (0..<40).map { try mint.token(claims: ["sub": .string("user-\(10 + $0)")]) }
    let small = TokenCache(maximumCount: 8)
    let authenticator = try authenticator(small, verifier)
    for token in tokens {
      _ = reason(authenticator, token, at: mint.now)
      // Used each time, so it stays.
      _ = reason(authenticator, tokens[0], at: mint.now)
      #expect(small.statistics.count <= 8)
    }
    #expect(small.statistics.evictions == 32)
    let before = small.statistics.hits
    for token in [tokens[0]] + tokens.suffix(7) { _ = reason(authenticator, token, at: mint.now) }
    #expect(small.statistics.hits == before + 8)

    let size = small.statistics.byteCount / 8
    let tight = TokenCache(maximumCount: 100, maximumByteCount: 3 * size + 1)
    let other = try self.authenticator(tight, verifier)
    for token in tokens { _ = reason(other, token, at: mint.now) }
    #expect(tight.statistics.count == 3 && tight.statistics.byteCount <= 3 * size + 1)
    let none = TokenCache(maximumCount: 0)
    let third = try self.authenticator(none, verifier)
    #expect(reason(third, tokens[0], at: mint.now) == nil && none.statistics.count == 0)
    small.removeAll()
    #expect(small.statistics.count == 0 && small.statistics.byteCount == 0)
  }

  @Test("an entry holds neither the token nor its signature, and still says what the token says")
  func secrecy() throws {
    let cache = TokenCache()
    let token = try mint.token()
    let authenticator = try authenticator(cache, mint.verifier())
    for _ in 0..<2 {
      let verified = try authenticator.authenticate(
        authorization: "Bearer \(token)", at: mint.now)
      #expect(verified.subject?.revealed == "user-1" && verified.algorithm == .hs256)
      let claims = verified.claims.revealed
      #expect(claims.memoryByteCount < claims.sourceByteCount + 200)
    }
    let fresh = try mint.verifier().verify(token, at: mint.now)
    #expect(
      fresh.claims.revealed.memoryByteCount - 32
        == fresh.withoutSignature.claims.revealed.memoryByteCount)
  }

  @Test("many tasks at once get the verdicts of one")
  func tasks() async throws {
    let cache = TokenCache(maximumCount: 300)
    let authenticator = try authenticator(cache, mint.verifier())
    let good = try (0..<400).map { try mint.token(claims: ["sub": .string("user-\($0)")]) }
    let bad = try (0..<400).map { try mint.token(claims: ["exp": .integer(Int64($0))]) }
    let now = mint.now
    let wrong = await withTaskGroup(of: Int.self) { group in
      for task in 0..<4 {
        group.addTask {
          (0..<400).count { index in
            let place = (index * (task + 1)) % 400
            return reason(authenticator, good[place], at: now) != nil
              || reason(authenticator, bad[place], at: now) != .expired
          }
        }
      }
      return await group.reduce(0, +)
    }
    let statistics = cache.statistics
    #expect(wrong == 0 && statistics.count <= 300)
    #expect(statistics.hits + statistics.misses == 3200)
  }
}

extension JSONObject {
  fileprivate var sourceByteCount: Int { range.count }
}
