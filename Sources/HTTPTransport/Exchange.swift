import CLibmicrohttpd
import Glibc
import HTTPMessages
import Synchronization

/// What happens between the server library and the handler.
///
/// The callbacks are static functions without isolation: they are called on threads that Swift knows
/// nothing of.
final class Exchange: Sendable {
  private let limits: HTTPServerLimits
  /// In a structure: a function that is itself the value of a generic type is wrapped anew whenever
  /// it is read, and `Mutex` would keep the wrapping.
  private struct Handling {
    let respond: HTTPServer.Handler
  }

  private let handling: Mutex<Handling>
  private let running = Atomic(0)
  private let isDraining = Atomic(false)
  let watch: ConnectionWatch

  init(limits: HTTPServerLimits, handler: @escaping HTTPServer.Handler) {
    self.limits = limits
    handling = Mutex(Handling(respond: handler))
    watch = ConnectionWatch(seconds: limits.requestSeconds)
  }

  func replaceHandler(_ new: @escaping HTTPServer.Handler) {
    handling.withLock { $0 = Handling(respond: new) }
  }

  /// The answer of the handler of the moment.
  func response(to request: HTTPRequest) -> HTTPResponse {
    handling.withLock { $0 }.respond(request)
  }

  func beginDraining() { isDraining.store(true, ordering: .releasing) }

  /// The number of requests whose header fields have come and whose answer has not gone.
  var runningCount: Int { running.load(ordering: .acquiring) }

  /// Called with the header fields, then with each piece of the body, then at the end.
  static let onRequest: MHD_AccessHandlerCallback = {
    context, connection, target, method, _, data, count, pending in
    guard let context, let connection, let target, let method, let count, let pending else {
      return .NO
    }
    let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
    guard let state = pending.pointee else {
      return exchange.begin(connection, method: method, target: target, pending)
    }
    let request = Unmanaged<PendingRequest>.fromOpaque(state).takeUnretainedValue()
    guard count.pointee == 0 else {
      let goesOn = request.append(UnsafeBufferPointer(start: data, count: count.pointee))
      count.pointee = 0
      return goesOn ? .YES : .NO
    }
    return exchange.answer(
      connection, method: method, target: target, request.head.headers, request.body)
  }

  static let onCompleted: MHD_RequestCompletedCallback = { context, connection, pending, _ in
    guard let context, let connection, let pending, let state = pending.pointee else { return }
    let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
    pending.pointee = nil
    Unmanaged<PendingRequest>.fromOpaque(state).release()
    exchange.running.subtract(1, ordering: .acquiringAndReleasing)
    exchange.watch.restart(jc_mhd_socket(connection))
  }

  static let onConnection: MHD_NotifyConnectionCallback = { context, connection, _, event in
    guard let context, let connection else { return }
    let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
    let descriptor = jc_mhd_socket(connection)
    if event == .CONNECTION_NOTIFY_STARTED {
      exchange.watch.restart(descriptor)
    } else {
      exchange.watch.remove(descriptor)
    }
  }

  private func begin(
    _ connection: OpaquePointer, method: UnsafePointer<CChar>, target: UnsafePointer<CChar>,
    _ pending: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  ) -> MHD_Result {
    running.add(1, ordering: .acquiringAndReleasing)
    let head = RequestHead(connection, limits: limits)
    let request = PendingRequest(head, limit: limits.bodyBytes)
    pending.pointee = Unmanaged.passRetained(request).toOpaque()
    guard let fault = head.fault else { return .YES }
    // An answer before the body has come also closes the connection.
    return answer(connection, method: method, target: target, head.headers, .unread(fault))
  }

  private func answer(
    _ connection: OpaquePointer, method: UnsafePointer<CChar>, target: UnsafePointer<CChar>,
    _ headers: HTTPHeaders, _ body: HTTPRequest.Body
  ) -> MHD_Result {
    let response = response(
      to: HTTPRequest(
        method: String(cString: method), target: String(cString: target),
        headers: headers, body: body))
    let made = response.body.withUnsafeBytes { bytes in
      MHD_create_response_from_buffer(
        bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
    }
    guard let made else { return .NO }
    defer { MHD_destroy_response(made) }
    for field in response.headers.fields {
      guard MHD_add_response_header(made, field.name, field.value) == .YES else { return .NO }
    }
    if isDraining.load(ordering: .acquiring) {
      _ = MHD_add_response_header(made, "Connection", "close")
    }
    return MHD_queue_response(connection, UInt32(clamping: response.status), made)
  }
}
