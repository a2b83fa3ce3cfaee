import JWTCheckTesting
import JWTValidation
import Testing

@testable import BearerAuthentication

@Suite("revoked and used tokens")
struct TokenStoreTests {
  private static let now = NumericDate(seconds: 1_750_000_000)

  private static func identity(_ number: Int) throws -> TokenIdentity {
    try #require(TokenIdentity(issuer: "https://a.example", tokenID: "\(number)"))
  }

  @Test("identities differ wherever issuer or jti do, wherever one ends and the other begins")
  func identities() throws {
    let pairs: [(String?, String)] = [
      ("ab", "c"), ("a", "bc"), ("", "abc"), (nil, "abc"), ("abc", "\u{0}"), ("\u{e9}", "x"),
      ("e\u{301}", "x"),
    ]
    let identities = pairs.compactMap { TokenIdentity(issuer: $0.0, tokenID: $0.1) }
    #expect(Set(identities).count == pairs.count)
    #expect(TokenIdentity(issuer: "a", tokenID: "") == nil)
    let text = try #require(identities.first).hexadecimal
    #expect(text.utf8.count == 64 && text.allSatisfy { $0.isHexDigit && !$0.isUppercase })
  }

  @Test(
    "the second signature that anybody can make from an ECDSA signature is no way around a store")
  func malleability() throws {
    let mint = try TokenMint(.es256)
    let token = try mint.token()
    let twin = try ECDSATwin.token(token)
    #expect(twin != token)
    let store = MemoryTokenStore()
    let authenticator = try BearerAuthenticator(
      verifier: mint.verifier(), store: store, options: BearerOptions(tokenUse: .once))
    _ = try authenticator.authenticate(authorization: "Bearer \(token)", at: mint.now)
    // The twin is a good token by itself.
    _ = try mint.verifier().verify(twin, at: mint.now)
    let rejection = #expect(throws: Rejection.self) {
      try authenticator.authenticate(authorization: "Bearer \(twin)", at: mint.now)
    }
    #expect(rejection?.reason == .replayed && rejection?.status == 401)
  }

  @Test("a token that may be used once is used once, however many ask at the same time")
  func once() async throws {
    let mint = try TokenMint(.hs256)
    let authenticator = try BearerAuthenticator(
      verifier: mint.verifier(), store: MemoryTokenStore(),
      options: BearerOptions(cache: TokenCache(), tokenUse: .once))
    let header = "Bearer \(try mint.token())"
    let accepted = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<50).count { _ in
            (try? authenticator.authenticate(authorization: header, at: mint.now)) != nil
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(accepted == 1)
  }

  @Test("a full store refuses to remember, and makes room for itself once tokens have expired")
  func bounds() throws {
    let store = MemoryTokenStore(maximumCount: 160)
    let later = Self.now.advanced(bySeconds: 60)
    var full = 0
    for number in 0..<1000 {
      let identity = try Self.identity(number)
      do throws(TokenStoreFailure) {
        guard try store.markUsed(identity, until: later, at: Self.now) else { continue }
      } catch {
        #expect(error == .full)
        full += 1
      }
    }
    #expect(full == 840 && store.count == 160)
    // Expired ones stay for a minute more: callers' times differ.
    let tidied = later.advanced(bySeconds: 60)
    for number in 0..<40 {
      #expect(
        try store.markUsed(
          Self.identity(number), until: tidied.advanced(bySeconds: 60), at: tidied))
    }
    #expect(store.count <= 160)
  }

  @Test("what has expired is forgotten, before that it is not")
  func expiry() throws {
    let store = MemoryTokenStore()
    let (a, end) = (try Self.identity(1), Self.now.advanced(bySeconds: 10))
    try store.revoke(a, until: end, at: Self.now)
    #expect(try store.isRevoked(a, at: end.advanced(bySeconds: -1)))
    #expect(try !store.isRevoked(a, at: end))
    #expect(try !store.isRevoked(Self.identity(2), at: Self.now))
    #expect(try store.markUsed(a, until: end, at: Self.now))
    #expect(try !store.markUsed(a, until: end, at: end.advanced(bySeconds: -1)))
    #expect(try store.markUsed(a, until: end.advanced(bySeconds: 9), at: end))
  }

  @Test(
    "a clock that runs ahead and is set back brings no token back to life that was revoked or used")
  func clock() throws {
    let store = MemoryTokenStore()
    let end = Self.now.advanced(bySeconds: 600)
    let tokens = try (0..<3000).map(Self.identity)
    for token in tokens.prefix(1500) {
      try store.revoke(token, until: end, at: Self.now)
      #expect(try store.markUsed(token, until: end, at: Self.now))
    }
    let ahead = Self.now.advanced(bySeconds: 40_000_000)
    let aheadEnd = ahead.advanced(bySeconds: 1)
    for token in tokens.suffix(1500) {
      try store.revoke(token, until: aheadEnd, at: ahead)
      _ = try store.markUsed(token, until: aheadEnd, at: ahead)
    }
    // So it has forgotten most of the first ones.
    #expect(store.count < 4000)
    /// How many of the tokens could be used.
    func passing(_ tokens: ArraySlice<TokenIdentity>, at now: NumericDate) -> Int {
      tokens.count { token in
        (try? store.isRevoked(token, at: now)) == false
          || (try? store.markUsed(token, until: end, at: now)) == true
      }
    }
    let back = Self.now.advanced(bySeconds: 1)
    #expect(passing(tokens.prefix(1500), at: back) == 0)
    // The refusal ends when those that were forgotten have expired by the right time.
    let others = try (5000..<5100).map(Self.identity)
    #expect(passing(others[...], at: end) == 100)
  }

  /// A store that is down.
  private struct Down: LocalTokenStore {
    func isRevoked(_: TokenIdentity, at: NumericDate) throws(TokenStoreFailure) -> Bool {
      throw .unavailable
    }
    func markUsed(
      _: TokenIdentity, until: NumericDate, at: NumericDate
    ) throws(TokenStoreFailure) -> Bool { throw .unavailable }
  }

  @Test("while the store is down tokens are refused with 503, unless it is told otherwise by name")
  func down() async throws {
    let mint = try TokenMint(.hs256)
    let header = "Bearer \(try mint.token())"
    let strict = try BearerAuthenticator(verifier: mint.verifier(), store: Down())
    let rejection = #expect(throws: Rejection.self) {
      try strict.authenticate(authorization: header, at: mint.now)
    }
    #expect(rejection?.status == 503 && rejection?.wwwAuthenticate == nil)
    let waiting = try AsyncBearerAuthenticator(verifier: mint.verifier(), store: Down())
    let other = await #expect(throws: Rejection.self) {
      try await waiting.authenticate(authorization: header, at: mint.now)
    }
    #expect(other == rejection)
    let options = BearerOptions(storeFailure: .accept("read-only pages"))
    let lax = try BearerAuthenticator(verifier: mint.verifier(), store: Down(), options: options)
    #expect(throws: Never.self) { try lax.authenticate(authorization: header, at: mint.now) }
  }
}
