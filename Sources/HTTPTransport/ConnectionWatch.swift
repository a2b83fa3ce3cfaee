import Glibc
import Synchronization

/// Cuts connections off that take too long from one answer to the next.
///
/// The time-out of the server library starts anew with every byte that comes, so a client that sends
/// one now and then would keep its connection until its header is too long, which is hours.
final class ConnectionWatch: Sendable {
  private struct State {
    /// The descriptor of each open connection, and when its time is up.
    var deadlines: [Int32: ContinuousClock.Instant] = [:]
    var isStopped = false
  }

  private let state = Mutex(State())
  private let allowance: Duration

  init(seconds: Int) { allowance = .seconds(seconds) }

  /// A connection was opened, or has its answer: its time starts anew.
  func restart(_ descriptor: Int32) {
    let deadline = ContinuousClock.now + allowance
    state.withLock { $0.deadlines[descriptor] = deadline }
  }

  /// A connection is closed; its descriptor may be another one's from now on.
  func remove(_ descriptor: Int32) {
    _ = state.withLock { $0.deadlines.removeValue(forKey: descriptor) }
  }

  /// The number of open connections.
  var count: Int { state.withLock { $0.deadlines.count } }

  /// Looks once a second, until stopped.
  func run() {
    while !state.withLock({ $0.isStopped }) {
      sleep(1)
      let now = ContinuousClock.now
      state.withLock { state in
        for (descriptor, deadline) in state.deadlines where deadline < now {
          // The library sees the end of the connection and closes it. Inside the lock, because
          // the descriptor belongs to this connection only as long as `remove` was not called.
          shutdown(descriptor, Int32(SHUT_RDWR))
        }
      }
    }
  }

  func stop() { state.withLock { $0.isStopped = true } }
}
