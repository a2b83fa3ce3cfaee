import JWTValidation

/// Where the time of a verification goes. Each stage is timed by itself through the public interface;
/// what has no call of its own is a difference.
enum Stages {
  static func measure(_ corpus: Corpus, seconds: Double) throws {
    let now = corpus.now
    let verifier = try Verifier(keys: corpus.keys, policy: corpus.policy)
    let signatures = try JWSVerifier(keys: corpus.keys, algorithms: corpus.policy.algorithms)
    let texts = corpus.tokens.map { Array($0.utf8) }
    let parts = texts.map {
      $0.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    }
    guard parts.allSatisfy({ $0.count == 3 }) else { throw BenchError(reason: "not a token") }
    let headers = parts.map { Array($0[0]) }
    let payloads = parts.map { Array($0[1]) }
    let marks = parts.map { Array($0[2]) }
    let json = try payloads.map { try Base64URL.decode($0.span) }

    func decoded(_ text: [UInt8]) -> [UInt8]? { try? Base64URL.decode(text.span) }
    func time(_ body: (Int) -> Bool) -> Double {
      let (best, count) = Stopwatch.bestPass(seconds: seconds) { texts.indices.count(where: body) }
      precondition(count == texts.count, "every token of a stage must pass it")
      return best / Double(texts.count)
    }
    let base64 = time { decoded(payloads[$0]) != nil && decoded(marks[$0]) != nil }
    let scan = time { (try? JSONValue.parse(json[$0]).object) != nil }
    let header = time {
      guard let text = decoded(headers[$0]),
        let object = try? JSONValue.parse(text).object
      else { return false }
      return JOSEHeader(object).violations.isEmpty
    }
    let signature = time { (try? signatures.verify(texts[$0])) != nil }
    let whole = time { (try? verifier.verify(texts[$0], at: now)) != nil }
    let read = time {
      guard let token = try? verifier.verify(texts[$0], at: now) else { return false }
      return token.claims[corpus.user]?.revealed.string != nil
    }
    print("| stage | ns |\n|---|---:|")
    for (name, value) in [
      ("base64url of payload and signature", base64), ("JSON of the payload, members listed", scan),
      ("header, read for the first time", header),
      ("form, known header, base64url, key, signature (`JWSVerifier`)", signature),
      ("claims: JSON and every rule (`Verifier` less `JWSVerifier`)", whole - signature),
      ("whole verification (`Verifier`)", whole),
      ("one claim, found by name and made a `String` of", read - whole),
    ] {
      print("| \(name) | \(Int(value)) |")
    }
  }
}
