import JWTCheckTesting
import Testing

@testable import RemoteKeys

@Suite("keys that are fetched")
struct RemoteVerifierTests {
  private static let unavailable = ["keys.unavailable"]

  private func at(_ seconds: Int64) -> NumericDate { Issuer.start.advanced(bySeconds: seconds) }

  @Test("keys are fetched once, used at once as long as they are fresh, and fetched ahead")
  func lifetime() async throws {
    let issuer = try Issuer()
    let verifier = try issuer.verifier()
    let token = try issuer.token()
    #expect(await verifier.codes(token, at: at(0)) == [])
    for second: Int64 in [0, 1, 500, 799] {
      #expect(verifier.codesAtOnce(token, at: at(second)) == [])
    }
    #expect(issuer.server.requests.count == 1)
    // From 800 on newer ones are fetched while the old ones serve.
    issuer.server.hold()
    for second: Int64 in [800, 801, 999] {
      #expect(verifier.codesAtOnce(token, at: at(second)) == [])
    }
    #expect(verifier.codesAtOnce(token, at: at(1000)) == Self.unavailable)
    await issuer.server.arrival()
    #expect(issuer.server.requests.count == 2)
    issuer.server.release()
    #expect(await verifier.codes(token, at: at(1000)) == [])
    #expect(issuer.server.requests.count == 2)
    // The second lifetime counts from 800.
    #expect(verifier.codesAtOnce(token, at: at(1799)) == [])
  }

  @Test("what the server says of the lifetime is kept within bounds")
  func bounds() async throws {
    let rows: [(String?, Int64)] = [
      (nil, 600), ("max-age=1000", 1000), ("no-store", 60), ("max-age=1", 60),
      ("max-age=99999999", 86_400), ("private", 600),
    ]
    var wrong: [String] = []
    for (field, seconds) in rows {
      let issuer = try Issuer()
      issuer.server.serve(try issuer.keySet(), cacheControl: field)
      let verifier = try issuer.verifier()
      _ = await verifier.load(at: at(0))
      let lifetime = verifier.status.freshUntil?.seconds(since: at(0))
      if lifetime != seconds { wrong.append("\(field ?? "-"): \(lifetime ?? 0)") }
    }
    #expect(wrong == [])
  }

  @Test("a token that no key could help causes no fetch")
  func algorithmFirst() async throws {
    let issuer = try Issuer()
    let verifier = try issuer.verifier()
    let other = try Issuer(["k1"], .es384)
    let rows = [
      (try other.token(), "alg.not-allowed"), ("eyJhbGciOiJub25lIn0.e30.", "alg.none"),
      ("abc", "token.segment-count"), ("e30.e30.AA", "alg.missing"),
      ("", "token.empty"),
    ]
    for (token, code) in rows {
      #expect(await verifier.codes(token, at: at(0)) == [code])
      #expect(verifier.codesAtOnce(token, at: at(0)) == [code])
    }
    #expect(issuer.server.requests == [])
  }

  @Test("where keys come from is never for a token to say")
  func headers() async throws {
    let issuer = try Issuer()
    let attacker = try Issuer.mint("mine")
    let verifier = try issuer.verifier()
    let jwk = try #require(try attacker.key.signing.publicJWK(for: .es256))
    for header: JSONTree in [
      ["jku": "https://attacker.example/keys"], ["x5u": "https://attacker.example/c"],
      ["jku": "https://id.example/other"], ["jwk": jwk],
    ] {
      let token = try attacker.token(header: header)
      #expect(await verifier.codes(token, at: at(0)) == ["kid.unknown"])
    }
    #expect(Set(issuer.server.requests.map(\.url)) == [KeyServer.url])
  }

  @Test("random key IDs cause one fetch in each cool-down, and a new key is found by its ID")
  func coolDown() async throws {
    var issuer = try Issuer()
    let verifier = try issuer.verifier()
    #expect(await verifier.load(at: at(0)))
    for second in 0..<90 {
      let token = try Issuer.mint("random-\(second)").token()
      #expect(await verifier.codes(token, at: at(Int64(second))) == ["kid.unknown"])
    }
    #expect(issuer.server.requests.count == 3)
    issuer.mints.append(try Issuer.mint("k2"))
    issuer.server.serve(try issuer.keySet())
    let token = try issuer.token(1)
    #expect(await verifier.codes(token, at: at(89)) == ["kid.unknown"])
    #expect(await verifier.codes(token, at: at(90)) == [])
    #expect(verifier.codesAtOnce(try issuer.token(0), at: at(90)) == [])
    #expect(verifier.status.changes == 2 && verifier.status.keyCount == 2)
  }

  @Test("a key that the issuer has withdrawn is no longer used after the next fetch")
  func withdrawal() async throws {
    var issuer = try Issuer(["k1", "k2"])
    let verifier = try issuer.verifier()
    let (first, second) = (try issuer.token(0), try issuer.token(1))
    #expect(await verifier.codes(first, at: at(0)) == [])
    issuer.mints.removeFirst()
    issuer.server.serve(try issuer.keySet())
    #expect(await verifier.load(at: at(1)))
    #expect(verifier.codesAtOnce(first, at: at(1)) == ["kid.unknown"])
    #expect(verifier.codesAtOnce(second, at: at(1)) == [])
  }

  @Test("while the server is down old keys serve for a bounded time, and attempts become rarer")
  func outage() async throws {
    let issuer = try Issuer()
    let verifier = try issuer.verifier {
      $0.maximumOutage = 500
      $0.maximumBackOff = 8
    }
    let token = try issuer.token()
    #expect(await verifier.codes(token, at: at(0)) == [])
    issuer.server.serve(nil)
    var attempts: [Int64] = []
    for second in 1000..<1030 as Range<Int64> {
      let before = issuer.server.requests.count
      #expect(await verifier.codes(token, at: at(second)) == [])
      await verifier.waitForFetch()
      if issuer.server.requests.count > before { attempts.append(second) }
    }
    #expect(attempts == [1000, 1001, 1003, 1007, 1015, 1023])
    #expect(verifier.codesAtOnce(token, at: at(1499)) == [])
    #expect(await verifier.codes(token, at: at(1500)) == Self.unavailable)
    #expect(verifier.status.lastFailure == .noResponse && verifier.status.failures == 7)
    issuer.server.serve(try issuer.keySet())
    #expect(await verifier.codes(token, at: at(1501)) == Self.unavailable)
    #expect(await verifier.codes(token, at: at(1508)) == [])
    #expect(verifier.status.lastFailure == nil)
  }

  @Test("without any keys the outcome is not about the token, and the server is left in peace")
  func never() async throws {
    let issuer = try Issuer()
    issuer.server.serve(nil)
    let verifier = try issuer.verifier()
    let token = try issuer.token()
    for _ in 0..<50 { #expect(await verifier.codes(token, at: at(0)) == Self.unavailable) }
    #expect(issuer.server.requests.count == 1)
  }

  @Test("a clock that steps back or forth costs a fetch, not an answer")
  func clock() async throws {
    let issuer = try Issuer()
    let verifier = try issuer.verifier()
    let token = try issuer.token()
    for second: Int64 in [0, 5_000_000, 10, 4_000_000, -3, 5, 0] {
      #expect(await verifier.codes(token, at: at(second)) == (second < 0 ? ["iat.in-future"] : []))
      await verifier.waitForFetch()
    }
    // Times of callers that differ by moments are no step.
    #expect(issuer.server.requests.count == 5)
  }

  @Test("a set that has not changed keeps its verifier; another has another")
  func generations() async throws {
    var issuer = try Issuer()
    let verifier = try issuer.verifier()
    let token = Array(try issuer.token().utf8)
    #expect(await verifier.load(at: at(0)))
    let first = try verifier.verifier(for: token.span, at: at(0)).generation
    #expect(await verifier.load(at: at(900)))
    #expect(try verifier.verifier(for: token.span, at: at(900)).generation == first)
    #expect(verifier.isCurrent(first, at: at(1100)))
    #expect(!verifier.isCurrent(first, at: at(1900)))
    issuer.mints.append(try Issuer.mint("k2"))
    issuer.server.serve(try issuer.keySet())
    #expect(await verifier.load(at: at(1800)))
    #expect(!verifier.isCurrent(first, at: at(1800)))
    let second = try verifier.verifier(for: token.span, at: at(1800)).generation
    #expect(second != first && verifier.isCurrent(second, at: at(1800)))
  }
}
