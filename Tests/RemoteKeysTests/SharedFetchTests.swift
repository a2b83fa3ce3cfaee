import JWTCheckTesting
import RemoteKeys
import Testing

@Suite("one fetch for everybody")
struct SharedFetchTests {
  @Test("10 000 tasks that ask at once for an unknown key cause one fetch, and all get the key")
  func unknownKey() async throws {
    var issuer = try Issuer()
    let verifier = try issuer.verifier()
    #expect(await verifier.load(at: Issuer.start))
    issuer.mints.append(try Issuer.mint("k2"))
    issuer.server.serve(try issuer.keySet())
    let (token, server) = (try issuer.token(1), issuer.server)
    let now = Issuer.start.advanced(bySeconds: 60)
    server.hold()
    let refused = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<10_000 { group.addTask { await verifier.codes(token, at: now) != [] } }
      await server.arrival()
      server.release()
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(refused == 0)
    #expect(server.requests.count == 2)
  }

  @Test("cancelling one who waits neither ends the fetch nor makes him wait")
  func cancellation() async throws {
    let issuer = try Issuer()
    let verifier = try issuer.verifier()
    let token = try issuer.token()
    issuer.server.hold()
    let first = Task { await verifier.codes(token, at: Issuer.start) }
    await issuer.server.arrival()
    let second = Task { await verifier.codes(token, at: Issuer.start) }
    first.cancel()
    // It comes back although the server has not answered.
    #expect(await first.value == ["keys.unavailable"])
    issuer.server.release()
    #expect(await second.value == [])
    #expect(issuer.server.requests.count == 1)
  }

  @Test("a task that is cancelled before it waits does not hang")
  func cancelledBefore() async throws {
    let issuer = try Issuer()
    let verifier = try issuer.verifier()
    let token = try issuer.token()
    issuer.server.hold()
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return await verifier.codes(token, at: Issuer.start)
    }
    task.cancel()
    #expect(await task.value == ["keys.unavailable"])
    issuer.server.release()
  }

  @Test("tokens are accepted while keys change under load, one by one as an issuer changes them")
  func rotation() async throws {
    var issuer = try Issuer(["k0", "k1"])
    let verifier = try issuer.verifier()
    #expect(await verifier.load(at: Issuer.start))
    let server = issuer.server
    var refused = 0
    for round in 1..<12 {
      // The newest key signs only after it has been published for a round.
      issuer.mints.removeFirst()
      issuer.mints.append(try Issuer.mint("k\(round + 1)"))
      server.serve(try issuer.keySet())
      let now = Issuer.start.advanced(bySeconds: Int64(round) * 900)
      let token = try issuer.token(0)
      refused += await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<100 { group.addTask { await verifier.codes(token, at: now) != [] } }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      _ = await verifier.load(at: now)
    }
    #expect(refused == 0)
  }
}
