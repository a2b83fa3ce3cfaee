import Glibc
import JWTValidation

/// The form in which verifiers of several languages are compared:
/// `DRIVER ALG CORPUS TOKENFILE SECONDS`, one line of JSON as the answer.
enum Driver {
  static func run(_ corpus: Corpus, seconds: Double) throws {
    let verifier = try Verifier(keys: corpus.keys, policy: corpus.policy)
    let (best, accepted) = Stopwatch.bestPass(seconds: seconds) { pass(corpus, verifier) }
    let perToken = (best / Double(corpus.tokens.count) * 10).rounded() / 10
    print("{\"n\":\(corpus.tokens.count),\"ok\":\(accepted),\"best\":\(perToken)}")
  }

  /// Verifies every token against the clock, as a server does, and finds a claim of each.
  ///
  /// Found and not made a `String` of, which is an allocation more: see the stages.
  @inline(never)
  static func pass(_ corpus: Corpus, _ verifier: Verifier) -> Int {
    var accepted = 0
    for token in corpus.tokens {
      let now = NumericDate(seconds: Int64(time(nil)))
      guard let verified = try? verifier.verify(token, at: now) else { continue }
      if verified.claims[corpus.user] != nil { accepted += 1 }
    }
    return accepted
  }
}
