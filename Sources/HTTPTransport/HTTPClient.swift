import Dispatch
import Glibc
public import HTTPMessages

/// Sends requests over HTTPS, one connection each.
///
/// Certificates are checked, redirects are not followed, other schemes do not exist, and both time
/// and size have an end.
///
/// ```swift
/// let client = HTTPClient(options)
/// let response = try await client.send(HTTPRequest(method: "POST", target: url, body: body))
/// ```
public struct HTTPClient: Sendable {
  /// How requests are sent.
  public let options: HTTPClientOptions

  /// Makes a client; one value can send any number of requests at a time.
  public init(_ options: HTTPClientOptions = HTTPClientOptions()) { self.options = options }

  /// Sends a request without occupying a thread of the caller's.
  ///
  /// - Throws: `HTTPClientError`. An answer that says no is an answer, whatever its status.
  public func send(_ request: HTTPRequest) async throws(HTTPClientError) -> HTTPResponse {
    let result: Result<HTTPResponse, HTTPClientError> = await withCheckedContinuation { waiting in
      Self.queue.async {
        waiting.resume(
          returning: Result { () throws(HTTPClientError) in
            try sendAndWait(request)
          })
      }
    }
    return try result.get()
  }

  /// Sends a request and waits for the answer.
  ///
  /// - Throws: `HTTPClientError`.
  public func sendAndWait(_ request: HTTPRequest) throws(HTTPClientError) -> HTTPResponse {
    let end = ContinuousClock.now + options.deadline
    var attempt = 1
    while true {
      let isLast = attempt >= options.attempts
      let failure: HTTPClientError
      do {
        let transfer = try Transfer(request, options: options, until: end)
        let response = try transfer.perform()
        guard !isLast, response.isRefusedForNow else { return response }
        let pause = (transfer.pauseAskedFor ?? .zero) + Self.pause(after: attempt)
        guard ContinuousClock.now + pause < end else { return response }
        Self.sleep(pause)
        attempt += 1
        continue
      } catch {
        failure = error
      }
      let pause = Self.pause(after: attempt)
      guard !isLast, failure.isSafeToRetry, ContinuousClock.now + pause < end else {
        throw failure
      }
      Self.sleep(pause)
      attempt += 1
    }
  }

  private static let queue = DispatchQueue(label: "jwtcheck.http-client", attributes: .concurrent)

  /// Any time up to 0.2 s, then up to 0.4 s and so on: clients that failed together, or were told the
  /// same time, must not come back together.
  private static func pause(after attempt: Int) -> Duration {
    .milliseconds(Int.random(in: 0...(200 << min(attempt - 1, 5))))
  }

  private static func sleep(_ pause: Duration) {
    let (seconds, attoseconds) = pause.components
    var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
    nanosleep(&time, nil)
  }
}

extension HTTPResponse {
  /// Whether the server says that it did nothing and that it may do it later (RFC 6585 §4, RFC 9110
  /// §15.6.4).
  fileprivate var isRefusedForNow: Bool { status == 429 || status == 503 }
}
