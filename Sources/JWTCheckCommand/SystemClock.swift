import Glibc

/// The only clock of the command line: everything below it takes the time as an argument.
package enum SystemClock {
  /// The present moment, as if the user had written it for `--at`.
  ///
  /// `nil` when the system gives no time. There is no value to fall back to: with a wrong time an
  /// expired token would look fresh.
  package static func now() -> TimeArgument? {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else { return nil }
    return TimeArgument(seconds: Int64(time.tv_sec), nanoseconds: Int32(time.tv_nsec))
  }
}
