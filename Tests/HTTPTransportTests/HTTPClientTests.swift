import Foundation
import HTTPMessages
import HTTPTransport
import Synchronization
import Testing

@Suite("the client")
struct HTTPClientTests {
  @Test(
    "a URL that may not be used, or leads nowhere, has an error of its own",
    arguments: [
      ("http://127.0.0.1:1/", false, HTTPClientError.unsupportedURL),
      ("file:///etc/hostname", true, .unsupportedURL),
      ("ftp://127.0.0.1/", true, .unsupportedURL),
      ("https://exa mple/", true, .unsupportedURL),
      ("", true, .unsupportedURL),
      ("https://host.invalid/", false, .nameNotFound),
      ("https://127.0.0.1:1/", false, .cannotConnect),
    ])
  func nowhere(url: String, plain: Bool, expected: HTTPClientError) async {
    let client = LocalServer.client { $0.allowsPlainHTTP = plain }
    await #expect(throws: expected) {
      try await client.send(HTTPRequest(method: "GET", target: url))
    }
  }

  @Test("time and size have an end, and a redirect is an answer")
  func limits() async throws {
    let local = try LocalServer { request in
      if request.hasTarget("/slow") { usleep(800_000) }
      if request.hasTarget("/moved") {
        return HTTPResponse(status: 302, headers: ["Location": "file:///etc/hostname"])
      }
      return HTTPResponse(status: 200, body: Array(repeating: 65, count: 1_000))
    }
    defer { local.server.stop() }
    let cases: [(String, (inout HTTPClientOptions) -> Void, HTTPClientError)] = [
      ("/slow", { $0.deadline = .milliseconds(200) }, .timedOut(wasSent: true)),
      ("/", { $0.maximumBytes = 999 }, .tooLarge(limit: 999)),
      ("/", { $0.deadline = .zero }, .timedOut(wasSent: false)),
    ]
    for (path, change, expected) in cases {
      await #expect(throws: expected) {
        try await LocalServer.client(change).send(
          HTTPRequest(method: "GET", target: local.url(path)))
      }
    }
    let moved = try await local.get("/moved")
    #expect(moved.status == 302)
    let exact = LocalServer.client { $0.maximumBytes = 1_000 }
    let response = try await exact.send(HTTPRequest(method: "GET", target: local.url("/")))
    #expect(response.body.count == 1_000)
  }

  @Test(
    "only what was surely not acted upon is sent again",
    arguments: [(503, 3), (429, 3), (500, 1), (400, 1), (200, 1)])
  func retries(status: Int, expected: Int) async throws {
    let counter = Counter()
    let local = try LocalServer { _ in
      counter.increment()
      return HTTPResponse(status: status)
    }
    defer { local.server.stop() }
    let client = LocalServer.client { $0.attempts = 3 }
    let response = try await client.send(HTTPRequest(method: "POST", target: local.url("/")))
    #expect(response.status == status)
    #expect(counter.value == expected)
  }

  @Test(
    "an answer that asks to wait is waited for, in seconds or until a date, inside the deadline",
    arguments: [
      ("1", 2, 1.0), ("60", 1, 0), ("9999999999", 1, 0), ("-5", 2, 0), ("0", 2, 0),
      ("soon", 2, 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 2, 0),
      ("Thu, 31 Dec 2099 23:59:59 GMT", 1, 0),
    ] as [(String, Int, Double)])
  func waiting(field: String, expected: Int, seconds: Double) async throws {
    let counter = Counter()
    let local = try LocalServer { _ in
      counter.increment()
      return HTTPResponse(status: 503, headers: ["Retry-After": field])
    }
    defer { local.server.stop() }
    let client = LocalServer.client {
      $0.attempts = 2
      $0.deadline = .seconds(5)
    }
    let start = ContinuousClock.now
    let response = try await client.send(HTTPRequest(method: "POST", target: local.url("/")))
    #expect(response.status == 503)
    #expect(ContinuousClock.now - start >= .seconds(seconds))
    #expect(counter.value == expected)
  }

  @Test("a date that is near is waited for")
  func nearDate() async throws {
    let counter = Counter()
    let local = try LocalServer { _ in
      counter.increment()
      return HTTPResponse(status: 503, headers: ["Retry-After": Self.date(in: 3)])
    }
    defer { local.server.stop() }
    let client = LocalServer.client {
      $0.attempts = 2
      $0.deadline = .seconds(9)
    }
    let start = ContinuousClock.now
    _ = try await client.send(HTTPRequest(method: "POST", target: local.url("/")))
    #expect(counter.value == 2)
    // Both clocks count whole seconds, so one of the three may be almost over.
    #expect(ContinuousClock.now - start >= .seconds(1))
  }

  private static func date(in seconds: Double) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 0)
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return format.string(from: Date(timeIntervalSinceNow: seconds))
  }

  @Test("a line break in a field does not start another field")
  func injection() async throws {
    let local = try LocalServer { _ in HTTPResponse(status: 200) }
    defer { local.server.stop() }
    await #expect(throws: HTTPClientError.cannotStart) {
      try await LocalServer.client().send(
        HTTPRequest(method: "GET", target: local.url("/"), headers: ["A": "b\r\nC: d"]))
    }
  }
}

private final class Counter: Sendable {
  private let count = Atomic(0)
  var value: Int { count.load(ordering: .sequentiallyConsistent) }
  func increment() { count.add(1, ordering: .sequentiallyConsistent) }
}
