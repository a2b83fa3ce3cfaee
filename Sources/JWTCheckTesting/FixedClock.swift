public import JOSE
import Synchronization

/// A clock that a test sets: it stands still until it is told otherwise, and may be set back.
///
/// ```swift
/// let clock = FixedClock()
/// let service = Service(now: { clock.now })
/// clock.advance(bySeconds: 601)  // and every token of a mint has expired
/// ```
public final class FixedClock: Sendable {
  private let time: Mutex<NumericDate>

  /// Starts at the time at which the tokens of a mint are good.
  public init(_ start: NumericDate = TokenMint.fixedTime) { time = Mutex(start) }

  /// The time it shows.
  public var now: NumericDate { time.withLock { $0 } }

  /// Shows another time from now on.
  public func set(_ new: NumericDate) { time.withLock { $0 = new } }

  /// Goes on by seconds, or back by a negative number of them.
  public func advance(bySeconds seconds: Int64) {
    time.withLock { $0 = $0.advanced(bySeconds: seconds) }
  }
}
