import Dispatch
import Glibc
import JWTValidation
import Synchronization

/// Two threads with one verifier against one thread: what they share must not make them wait.
enum Threads {
  static func measure(_ corpus: Corpus, seconds: Double) throws {
    let verifier = try Verifier(keys: corpus.keys, policy: corpus.policy)
    compare(corpus.algorithm.name, seconds: seconds) { Driver.pass(corpus, verifier) }
  }

  /// Prints how much more two threads get done than one.
  ///
  /// - Parameter pass: does some work and returns how much it was.
  static func compare(_ name: String, seconds: Double, _ pass: @Sendable () -> Int) {
    // Rounds alternate, so that whatever else the machine does hits both alike.
    var wall: [Double] = []
    var processor: [Double] = []
    for _ in 0..<7 {
      let one = rate(threads: 1, seconds: seconds, pass)
      let two = rate(threads: 2, seconds: seconds, pass)
      wall.append(two.wall / one.wall)
      processor.append(2 * two.processor / one.processor)
    }
    print(
      "\(name): two threads \(median(wall)) times one by the clock, "
        + "\(median(processor)) times by processor time, which other programs do not disturb")
  }

  private static func median(_ values: [Double]) -> Double {
    (values.sorted()[values.count / 2] * 100).rounded() / 100
  }

  /// Tokens verified by so many threads in a second of the clock, and in one of processor time.
  private static func rate(
    threads: Int, seconds: Double, _ pass: @Sendable () -> Int
  ) -> (wall: Double, processor: Double) {
    let total = Atomic<Int>(0)
    let start = Stopwatch.nanoseconds()
    let processorStart = Stopwatch.nanoseconds(CLOCK_PROCESS_CPUTIME_ID)
    let end = start + seconds * 1e9
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while Stopwatch.nanoseconds() < end {
        total.add(pass(), ordering: .relaxed)
      }
    }
    let count = Double(total.load(ordering: .relaxed)) * 1e9
    return (
      count / (Stopwatch.nanoseconds() - start),
      count / (Stopwatch.nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - processorStart)
    )
  }
}
