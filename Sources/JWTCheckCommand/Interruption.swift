import Glibc

/// Ctrl-C as a question that long work asks, instead of the end of the process.
///
/// The signal is blocked and stays pending, where it can be seen: no handler runs, so there is no
/// state that a handler would have to share.
struct Interruption: Sendable {
  /// Whether whoever started the process wants the signal to pass by, as a shell does for what it
  /// starts in the background of a script. A blocked signal would be seen all the same.
  private let isIgnored: Bool

  /// Blocks the signal for the rest of the process, which must end soon after it was seen.
  init() {
    var action = sigaction()
    isIgnored = unsafe sigaction(SIGINT, nil, &action) == 0 && Self.ignores(action)
    guard !isIgnored else { return }
    var signals = sigset_t()
    _ = unsafe sigemptyset(&signals)
    _ = unsafe sigaddset(&signals, SIGINT)
    _ = unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Whether the signal has come.
  var isRequested: Bool {
    guard !isIgnored else { return false }
    var pending = sigset_t()
    return unsafe sigpending(&pending) == 0 && sigismember(&pending, SIGINT) == 1
  }

  private static func ignores(_ action: sigaction) -> Bool {
    // SIG_IGN is an address that no function has, so functions cannot be compared with it.
    unsafe withUnsafeBytes(of: action.__sigaction_handler) { bytes in
      unsafe bytes.loadUnaligned(as: UInt.self) == 1
    }
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
