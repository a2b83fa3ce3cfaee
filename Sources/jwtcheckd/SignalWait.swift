import Glibc

/// Waits for the signals by which a server is told to stop or to read its configuration again.
struct SignalWait {
  enum Event {
    case stop, reload
  }

  private let signals: sigset_t

  /// Blocks the signals in this thread and in all that it starts, so that they wait for `wait`.
  init() {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for signal in [SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&set, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    signals = set
  }

  /// Returns when a signal has come.
  func wait() -> Event {
    var set = signals
    var number: Int32 = 0
    while unsafe sigwait(&set, &number) != 0 {}
    return number == SIGHUP ? .reload : .stop
  }
}

/// How many files and connections the process may have open.
enum OpenFiles {
  /// Raises the limit as far as the system allows: the usual 1 024 is less than the connections
  /// that the server takes.
  static func raiseLimit() {
    var limit = rlimit()
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard unsafe getrlimit(kind, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    _ = unsafe setrlimit(kind, &limit)
  }
}
