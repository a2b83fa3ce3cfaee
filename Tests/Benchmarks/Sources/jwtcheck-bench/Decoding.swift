import JWTValidation

/// Reading a token without a key.
enum Decoding {
  /// Reads the algorithm and one claim.
  static func subject(_ text: String) throws -> String? {
    let token = try UnverifiedToken(text)
    guard token.header["alg"]?.kind == .string else { return nil }
    return token.claims["sub"]?.revealed.string
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
