import JWTIssuing
import JWTValidation

/// What must not grow: the time per byte of a token, and the time to find a key among many.
enum Growth {
  static func measure(seconds: Double) throws {
    try tokens(seconds)
    try keys(seconds)
  }

  private static func tokens(_ seconds: Double) throws {
    let verifier = try Sample.verifier()
    print("| token, bytes | ns | ns per byte |\n|---:|---:|---:|")
    for padding in [0, 1000, 10_000, 100_000, 740_000] {
      let token = try Sample.token(0, padding: padding)
      let rounds = max(1, 1_000_000 / token.utf8.count)
      let (best, accepted) = Stopwatch.bestPass(seconds: seconds) {
        (0..<rounds).count { _ in (try? verifier.verify(token, at: Sample.now)) != nil }
      }
      guard accepted == rounds else { throw BenchError(reason: "not accepted") }
      let time = best / Double(rounds)
      let perByte = (time / Double(token.utf8.count) * 100).rounded() / 100
      print("| \(token.utf8.count) | \(Int(time)) | \(perByte) |")
    }
  }

  /// Tokens with a new header each, so that the key has to be looked for.
  private static func keys(_ seconds: Double) throws {
    print("| keys in the set | ns per token of a key not used before |\n|---:|---:|")
    for count in [1, 10, 100, 1000, 10_000] {
      let verifier = try Verifier(keys: .jwks(set(count)), policy: Sample.policy)
      // The first keys fill the verifier's memory of headers; these are others.
      let numbers = (0..<1000).map { count - 1 - $0 % max(1, count / 2) }
      let tokens = try numbers.map {
        try Sample.token($0, keyID: keyID($0), secret: Sample.secret($0))
      }
      for number in 0..<min(8, count) {
        let first = try Sample.token(
          number, keyID: keyID(number), secret: Sample.secret(number))
        _ = try verifier.verify(first, at: Sample.now)
      }
      let (best, accepted) = Stopwatch.bestPass(seconds: seconds) {
        tokens.count { (try? verifier.verify($0, at: Sample.now)) != nil }
      }
      guard accepted == tokens.count else { throw BenchError(reason: "not accepted") }
      print("| \(count) | \(Int(best) / tokens.count) |")
    }
  }

  private static func keyID(_ number: Int) -> String { "key-\(1_000_000 + number)" }

  private static func set(_ count: Int) -> [UInt8] {
    let keys: [JSONTree] = (0..<count).map { number in
      let secret = String(decoding: Base64URL.encode(Sample.secret(number).span), as: UTF8.self)
      return ["kty": "oct", "kid": .string(keyID(number)), "alg": "HS256", "k": .string(secret)]
    }
    return JSONTree.object([("keys", .array(keys))]).encoded()
  }
}
