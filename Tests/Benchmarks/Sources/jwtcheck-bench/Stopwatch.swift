import Glibc

/// Times passes over a list of tokens and keeps the best: what disturbs a machine only ever adds.
enum Stopwatch {
  static func nanoseconds(_ clock: clockid_t = CLOCK_MONOTONIC) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }

  /// Runs passes until `seconds` have gone by, at least three; negative `seconds` mean one pass.
  ///
  /// - Returns: the time of the best pass in nanoseconds, and what the last pass returned.
  static func bestPass<Result>(seconds: Double, _ pass: () -> Result) -> (Double, Result) {
    let start = nanoseconds()
    var passes = 1
    var (best, result) = timed(pass)
    while seconds >= 0, passes < 3 || nanoseconds() - start < seconds * 1e9 {
      let (time, newResult) = timed(pass)
      best = min(best, time)
      result = newResult
      passes += 1
    }
    return (best, result)
  }

  private static func timed<Result>(_ pass: () -> Result) -> (Double, Result) {
    let start = nanoseconds()
    let result = pass()
    return (nanoseconds() - start, result)
  }
}
