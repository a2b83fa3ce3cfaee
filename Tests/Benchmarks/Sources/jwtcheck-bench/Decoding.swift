import JWTValidation

/// Reading a token without a key.
enum Decoding {
  /// Decodes a token, and finds the algorithm and the subject.
  ///
  /// Found and not made a `String` of, which is an allocation more: see the stages.
  static func subject(_ text: String) throws -> Redacted<JSONValue>? {
    let token = try UnverifiedToken(text)
    guard token.header["alg"]?.kind == .string else { return nil }
    return token.claims["sub"]
  }

  static func measure(seconds: Double) throws {
    let texts = try (0..<1000).map { try Sample.token($0) }
    let (best, read) = Stopwatch.bestPass(seconds: seconds) {
      texts.count { (try? subject($0)) != nil }
    }
    guard read == texts.count else { throw BenchError(reason: "not all were read") }
    print("decode, no key, \(texts[0].utf8.count) bytes: \(Int(best) / texts.count) ns")
  }
}
