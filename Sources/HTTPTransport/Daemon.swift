import CLibmicrohttpd
import Glibc
import Synchronization

/// Owns an `MHD_Daemon` and its threads.
///
/// `@unchecked Sendable`: the pointer never changes; libmicrohttpd locks what its threads share, and
/// `isStopped` lets only one caller stop it.
final class Daemon: @unchecked Sendable {
  private let handle: OpaquePointer
  private let socket: Int32
  /// Kept alive for the callbacks, which hold it without counting.
  private let exchange: Exchange
  private let isStopped = Atomic(false)

  init?(_ socket: Int32, limits: HTTPServerLimits, threads: Int, exchange: Exchange) {
    let context = Unmanaged.passUnretained(exchange).toOpaque()
    func number(_ option: MHD_OPTION, _ value: Int) -> MHD_OptionItem {
      MHD_OptionItem(option: option, value: value, ptr_value: nil)
    }
    var options = [
      number(MHD_OPTION.LISTEN_SOCKET, Int(socket)),
      number(MHD_OPTION.THREAD_POOL_SIZE, threads),
      number(MHD_OPTION.CONNECTION_LIMIT, max(limits.connections, threads)),
      // What does not fit gets a page of the library's own; up to twice the limit it gets ours.
      number(MHD_OPTION.CONNECTION_MEMORY_LIMIT, 2 * limits.headerBytes + 1_024),
      number(MHD_OPTION.CONNECTION_TIMEOUT, limits.requestSeconds),
      // Requests that two readers could understand differently are refused.
      number(MHD_OPTION.STRICT_FOR_CLIENT, 1),
      jc_mhd_keep_targets(),
      jc_mhd_on_completed(Exchange.onCompleted, context),
      jc_mhd_on_connection(Exchange.onConnection, context),
      number(MHD_OPTION.END, 0),
    ]
    let flags = MHD_USE_EPOLL_INTERNAL_THREAD.rawValue | MHD_USE_ITC.rawValue
    guard let handle = jc_mhd_start(flags, Exchange.onRequest, context, &options) else {
      return nil
    }
    self.handle = handle
    self.socket = socket
    self.exchange = exchange
  }

  /// Stops listening: whoever connects from now on is refused by the system.
  func refuseConnections() {
    _ = MHD_quiesce_daemon(handle)
    shutdown(socket, Int32(SHUT_RDWR))
  }

  /// Closes every connection and ends the threads.
  func stop() {
    guard !isStopped.exchange(true, ordering: .acquiringAndReleasing) else { return }
    _ = MHD_quiesce_daemon(handle)
    MHD_stop_daemon(handle)
    close(socket)
  }

  deinit { stop() }
}
