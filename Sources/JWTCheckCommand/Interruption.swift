import Glibc

/// Ctrl-C as a question that long work asks, instead of the end of the process.
///
/// The signal is blocked and stays pending, where it can be seen: no handler runs, so there is no
/// state that a handler would have to share.
struct Interruption: Sendable {
  /// Blocks the signal for the rest of the process, which must end soon after it was seen.
  init() {
    var signals = sigset_t()
    _ = unsafe sigemptyset(&signals)
    _ = unsafe sigaddset(&signals, SIGINT)
    _ = unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Whether the signal has come.
  var isRequested: Bool {
    var pending = sigset_t()
    return unsafe sigpending(&pending) == 0 && sigismember(&pending, SIGINT) == 1
  }

  /// Lets the signal through, which ends the process as if it had just come: whoever started it
  /// sees that it was interrupted.
  func passOn() {
    var signals = sigset_t()
    _ = unsafe sigemptyset(&signals)
    _ = unsafe sigaddset(&signals, SIGINT)
    _ = unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}
