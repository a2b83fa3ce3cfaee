import CLibmicrohttpd
import Dispatch
import Glibc
public import HTTPMessages
import Synchronization

/// An HTTP/1.1 server: turns what comes over connections into requests and answers into bytes.
///
/// One handler answers everything, on as many threads as there are processors; it must not wait. TLS
/// is for whatever stands in front.
///
/// ```swift
/// let server = try HTTPServer(address: address) { request in HTTPResponse(status: 204) }
/// server.replaceHandler(another)  // requests that run finish with the old one
/// server.stop()                   // so do these; new connections are refused at once
/// ```
public final class HTTPServer: Sendable {
  /// What answers a request.
  public typealias Handler = @Sendable (HTTPRequest) -> HTTPResponse

  /// The address with the port that is really used.
  public let address: ListenAddress
  private let exchange: Exchange
  private let daemon: Daemon
  private let drainSeconds: Int

  /// Listens and starts to answer.
  ///
  /// - Parameter threads: how many threads answer; as many as there are processors if not given.
  public init(
    address: ListenAddress, limits: HTTPServerLimits = HTTPServerLimits(), threads: Int? = nil,
    handler: @escaping Handler
  ) throws(HTTPServerError) {
    // A client that goes away while it is answered must not end the process.
    signal(SIGPIPE, SIG_IGN)
    let socket = try ListeningSocket(address)
    self.address = socket.address
    drainSeconds = limits.drainSeconds
    let exchange = Exchange(limits: limits, handler: handler)
    self.exchange = exchange
    let threads = threads ?? max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    guard
      let daemon = Daemon(socket.descriptor, limits: limits, threads: threads, exchange: exchange)
    else {
      close(socket.descriptor)
      throw .cannotStart
    }
    self.daemon = daemon
    DispatchQueue(label: "jwtcheck.connection-watch").async { exchange.watch.run() }
  }

  /// The number of open connections.
  public var connectionCount: Int { exchange.watch.count }

  /// Lets another handler answer from the next request on.
  public func replaceHandler(_ handler: @escaping Handler) { exchange.replaceHandler(handler) }

  /// Refuses new connections, lets running requests finish and stops.
  ///
  /// - Returns: how many requests were cut off because they took longer than the limit allows.
  @discardableResult
  public func stop() -> Int {
    exchange.beginDraining()
    daemon.refuseConnections()
    let deadline = ContinuousClock.now + .seconds(drainSeconds)
    while exchange.runningCount > 0, ContinuousClock.now < deadline { usleep(5_000) }
    let left = exchange.runningCount
    exchange.watch.stop()
    daemon.stop()
    return left
  }
}
