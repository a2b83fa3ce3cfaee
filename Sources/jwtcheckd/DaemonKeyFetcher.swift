import Dispatch
import HTTPMessages
import HTTPTransport
import RemoteKeys
import Synchronization

/// Gets keys with the client that is here.
struct DaemonKeyFetcher: KeyFetcher {
  private let options: HTTPClientOptions

  /// - Parameter certificates: a PEM file of the certificates to trust instead of the system's.
  init(certificates: String?) {
    var options = HTTPClientOptions()
    options.deadline = .seconds(5)
    options.certificateFile = certificates
    // Which URLs may be plain is decided before anything is fetched.
    options.allowsPlainHTTP = true
    self.options = options
  }

  /// Gets one document. Redirects are not followed, so the URL that answers is the one asked.
  func fetch(_ request: KeyFetchRequest) async throws -> KeyFetchResponse {
    var options = options
    options.maximumBytes = request.maximumByteCount
    let response = try await HTTPClient(options).send(
      HTTPRequest(method: "GET", target: request.url))
    return KeyFetchResponse(
      url: request.url, status: response.status, body: response.body,
      cacheControl: response.headers["cache-control"], age: response.headers["age"])
  }
}

/// Waits for what only an asynchronous function can do, in a program whose main thread waits for
/// signals and not for tasks.
enum Waiting {
  static func result<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
    let result = ResultBox<Value>()
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
      let value = await work()
      result.value.withLock { $0 = value }
      isDone.signal()
    }
    while true {
      isDone.wait()
      if let value = result.value.withLock({ $0 }) { return value }
    }
  }

  private final class ResultBox<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
