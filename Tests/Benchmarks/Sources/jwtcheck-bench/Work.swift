import JWTValidation

/// Does the same work a given number of times, for tools that count instructions or allocations: the
/// count of twice the rounds less that of the rounds is what they cost, without the start.
enum Work {
  /// Tokens in a round.
  static let tokenCount = 100

  static func run(_ name: String, rounds: Int) throws {
    let tokens = try (0..<tokenCount).map { try Sample.token($0) }
    switch name {
    case "verify":
      let verifier = try Sample.verifier()
      for _ in 0..<rounds {
        for token in tokens {
          guard try verifier.verify(token, at: Sample.now).subject != nil else {
            throw BenchError(reason: "no subject")
          }
        }
      }
    case "decode":
      for _ in 0..<rounds {
        for token in tokens where try Decoding.subject(token) == nil {
          throw BenchError(reason: "no subject")
        }
      }
    default: throw BenchError(reason: "no work \(name)")
    }
  }
}
