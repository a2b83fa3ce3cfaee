import BearerAuthentication
import JWTValidation
import Synchronization

/// What authenticating a request costs whose token has been seen before.
enum CacheHits {
  /// As many as a busy service sees again and again.
  private static let tokenCount = 1000

  static func measure(_ corpus: Corpus, seconds: Double) throws {
    let cache = TokenCache()
    let authenticator = try BearerAuthenticator(
      verifier: try Verifier(keys: corpus.keys, policy: corpus.policy),
      options: BearerOptions(cache: cache))
    let headers = corpus.tokens.prefix(tokenCount).map { "Bearer \($0)" }
    let now = corpus.now
    // Threads that went through the tokens in step would meet at each of them.
    let passes = Atomic<Int>(0)
    let pass: @Sendable () -> Int = {
      let start = passes.add(1, ordering: .relaxed).newValue * 389 % headers.count
      return headers.indices.count { index in
        let header = headers[(start + index) % headers.count]
        return (try? authenticator.authenticate(authorization: header, at: now)) != nil
      }
    }
    guard pass() == headers.count else { throw BenchError(reason: "not all were accepted") }
    let (best, _) = Stopwatch.bestPass(seconds: seconds, pass)
    guard cache.statistics.misses == headers.count else {
      throw BenchError(reason: "a token was verified again")
    }
    print(
      "\(corpus.algorithm.name), header of \(headers[0].utf8.count) bytes: "
        + "\(Int(best) / headers.count) ns a hit")
    Threads.compare("hits", seconds: seconds, pass)
  }
}
