import Dispatch
import JWTValidation
import Synchronization

/// Two threads with one verifier against one thread: what they share must not make them wait.
enum Threads {
  static func measure(_ corpus: Corpus, seconds: Double) throws {
    let verifier = try Verifier(keys: corpus.keys, policy: corpus.policy)
    // Rounds alternate, so that whatever else the machine does hits both alike.
    var ratios: [Double] = []
    for _ in 0..<7 {
      let one = rate(corpus.tokens, verifier, threads: 1, seconds: seconds)
      let two = rate(corpus.tokens, verifier, threads: 2, seconds: seconds)
      ratios.append(two / one)
    }
    ratios.sort()
    let (median, best) = (ratios[ratios.count / 2], ratios[ratios.count - 1])
    print(
      "\(corpus.algorithm.name): two threads \(rounded(median)) times one, best \(rounded(best))")
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// Tokens verified in a second by so many threads.
  private static func rate(
    _ tokens: [String], _ verifier: Verifier, threads: Int, seconds: Double
  ) -> Double {
    let total = Atomic<Int>(0)
    let start = Stopwatch.nanoseconds()
    let end = start + seconds * 1e9
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while Stopwatch.nanoseconds() < end {
        total.add(Driver.pass(tokens, verifier), ordering: .relaxed)
      }
    }
    return Double(total.load(ordering: .relaxed)) / (Stopwatch.nanoseconds() - start) * 1e9
  }
}
