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

  @Test("while the server is slow, keys at hand serve without waiting for it")
  func slow() async throws {
    var issuer = try Issuer()
    let verifier = try issuer.verifier()
    #expect(await verifier.load(at: Issuer.start))
    let known = try issuer.token()
    issuer.mints.append(try Issuer.mint("k2"))
    issuer.server.serve(try issuer.keySet())
    let unknown = try issuer.token(1)
    issuer.server.hold()
    let now = Issuer.start.advanced(bySeconds: 900)
    // This one waits for a new key, and nobody else waits with it.
    let waiting = Task { await verifier.codes(unknown, at: now) }
    await issuer.server.arrival()
    for _ in 0..<100 {
      #expect(await verifier.codes(known, at: now) == [])
      #expect(verifier.codesAtOnce(unknown, at: now) == ["kid.unknown"])
    }
    #expect(issuer.server.requests.count == 2)
    issuer.server.release()
    #expect(await waiting.value == [])
  }

  @Test("clocks that disagree while keys change under load let no bad answer through")
  func clocks() async throws {
    let issuer = try Issuer(["k0", "k1"])
    let verifier = try issuer.verifier()
    #expect(await verifier.load(at: Issuer.start))
    let token = try issuer.token()
    let forged = try Issuer.mint("k0").token()
    let outcomes = await withTaskGroup(of: [[String]].self) { group in
      for task in 0..<8 {
        group.addTask {
          var outcomes: [[String]] = []
          for step in 0..<100 {
            // Back and forth by days, each task at another time.
            let second = Int64((step * 7 + task * 31) % 50) * 5_000
            let now = Issuer.start.advanced(bySeconds: second)
            outcomes.append(await verifier.codes(token, at: now))
            if await verifier.codes(forged, at: now) == [] { outcomes.append(["forged"]) }
          }
          return outcomes
        }
      }
      return await group.reduce(into: Set<[String]>()) { $0.formUnion($1) }
    }
    #expect(outcomes.isSubset(of: [[], ["keys.unavailable"]]))
    #expect(outcomes.contains([]))
  }
}
