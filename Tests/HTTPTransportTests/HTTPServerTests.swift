import Foundation
import HTTPMessages
import Synchronization
import Testing

@testable import HTTPTransport

@Suite("the server")
struct HTTPServerTests {
  @Test("a handler sees the request as it was sent, and the client its answer")
  func roundTrip() async throws {
    let local = try LocalServer { request in
      guard case .complete(let body) = request.body else { return HTTPResponse(status: 413) }
      let text = "\(request.method) \(request.target) \(request.headers["X-Thing"] ?? "-") "
      return HTTPResponse(
        status: 201, headers: ["Content-Type": "Text/Plain; charset=utf-8", "x-a": "1"],
        body: Array(text.utf8) + body)
    }
    defer { local.server.stop() }
    let response = try await LocalServer.client().send(
      HTTPRequest(
        method: "POST", target: local.url("/a%00b/%2e?q=1"), headers: ["x-thing": "7"],
        body: .complete(Array("body".utf8))))
    #expect(response.status == 201)
    #expect(response.mediaType == "text/plain")
    #expect(response.headers["X-A"] == "1")
    #expect(String(decoding: response.body, as: UTF8.self) == "POST /a%00b/%2e 7 body")
  }

  @Test("a body above the limit reaches the handler as that, announced or not")
  func tooLarge() async throws {
    var limits = HTTPServerLimits()
    limits.bodyBytes = 10
    let local = try LocalServer(limits: limits) { request in
      HTTPResponse(status: request.body == .unread(.bodyTooLarge) ? 413 : 200)
    }
    defer { local.server.stop() }
    for (count, chunked, status) in [
      (10, false, 200), (11, false, 413), (10, true, 200), (11, true, 413),
    ] {
      let response = try await LocalServer.client().send(
        HTTPRequest(
          method: "POST", target: local.url("/"),
          headers: chunked ? ["Transfer-Encoding": "chunked"] : [:],
          body: .complete(Array(repeating: 65, count: count))))
      #expect(response.status == status, "\(count) bytes, chunked: \(chunked)")
    }
  }

  @Test("a request that runs when the server stops gets its answer; later ones are refused")
  func gracefulStop() async throws {
    let local = try LocalServer { _ in
      usleep(400_000)
      return HTTPResponse(status: 200)
    }
    async let slow = local.get("/slow")
    try await Task.sleep(for: .milliseconds(150))
    let stopped = Task.detached { local.server.stop() }
    #expect(try await slow.status == 200)
    #expect(await stopped.value == 0)
    await #expect(throws: HTTPClientError.cannotConnect) { try await local.get("/late") }
  }

  @Test("a new handler answers from the next request on")
  func replacement() async throws {
    let local = try LocalServer { _ in HTTPResponse(status: 200) }
    defer { local.server.stop() }
    #expect(try await local.get("/").status == 200)
    local.server.replaceHandler { _ in HTTPResponse(status: 204) }
    #expect(try await local.get("/").status == 204)
  }

  @Test("the millionth request is answered like the first one")
  func manyRequests() {
    let exchange = Exchange(limits: HTTPServerLimits()) { _ in HTTPResponse(status: 204) }
    let request = HTTPRequest(method: "GET", target: "/")
    let start = ContinuousClock.now
    for _ in 0..<1_000 { _ = exchange.response(to: request) }
    let first = ContinuousClock.now - start
    var count = 0
    for _ in 0..<200_000 { count += exchange.response(to: request).status }
    #expect(count == 200_000 * 204)
    let again = ContinuousClock.now
    for _ in 0..<1_000 { _ = exchange.response(to: request) }
    // A generous bound: the machine may be busy.
    #expect(ContinuousClock.now - again < first * 50 + .milliseconds(50))
  }

  @Test("who sends a byte now and then loses the connection")
  func slowLoris() throws {
    var limits = HTTPServerLimits()
    limits.requestSeconds = 1
    let local = try LocalServer(limits: limits) { _ in HTTPResponse(status: 200) }
    defer { local.server.stop() }
    let connection = try RawConnection(port: local.server.address.port)
    connection.send("GET / HTTP/1.1\r\nHost: a\r\nX: ")
    var count = 0
    while count < 60, connection.send("a") {
      usleep(100_000)
      count += 1
    }
    #expect(count > 5)
    #expect(count < 60)
  }

  @Test("bytes that are no HTTP do not disturb others")
  func garbage() async throws {
    let local = try LocalServer { _ in HTTPResponse(status: 200) }
    defer { local.server.stop() }
    for text in ["\0\0\0\0\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "é / x\r\n\r\n"] {
      try RawConnection(port: local.server.address.port).send(text)
    }
    #expect(try await local.get("/").status == 200)
  }

  @Test(
    "a head that is too large or ambiguous reaches the handler as that",
    arguments: [
      ("/", "X: \(pad(1_000))", nil),
      ("/", "X: \(pad(1_100))", .fieldsTooLarge),
      ("/", String(repeating: "X: \(pad(100))\r\n", count: 12) + "Y: b", .fieldsTooLarge),
      ("/\(pad(1_100))", "X: a", .targetTooLong),
      ("/?\(pad(1_100))", "X: a", .targetTooLong),
      ("/", "Content-Length: 2\r\nContent-Length: 3", .ambiguous),
      ("/", "Content-Length: 2\r\nTransfer-Encoding: chunked", .ambiguous),
      ("/", "Host: b", .ambiguous),
      ("/", "Transfer-Encoding: gzip", .unknownCoding),
      ("/", "Transfer-Encoding: ChunKed\r\n\r\n0", nil),
      ("/", "Content-Length: 65537", .bodyTooLarge),
    ] as [(String, String, HTTPRequest.Fault?)])
  func faults(target: String, fields: String, expected: HTTPRequest.Fault?) throws {
    var limits = HTTPServerLimits()
    limits.headerBytes = 1_100
    let local = try LocalServer(limits: limits) { request in
      guard case .unread(let fault) = request.body else { return HTTPResponse(status: 200) }
      return HTTPResponse(status: 400, body: Array(fault.rawValue.utf8))
    }
    defer { local.server.stop() }
    let connection = try RawConnection(port: local.server.address.port)
    connection.send(
      "POST \(target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\(fields)\r\n\r\n")
    let answer = connection.receive()
    #expect(answer.hasPrefix(expected == nil ? "HTTP/1.1 200 " : "HTTP/1.1 400 "), "\(answer)")
    #expect(answer.hasSuffix("\r\n\r\n\(expected?.rawValue ?? "")"), "\(answer)")
  }

  private static func pad(_ count: Int) -> String { String(repeating: "a", count: count) }

  @Test("an address that is none, and one that is taken, are told apart")
  func addresses() throws {
    let name = ListenAddress(host: "localhost", port: 0)
    #expect(throws: HTTPServerError.notAnAddress(name)) {
      try HTTPServer(address: name) { _ in HTTPResponse(status: 200) }
    }
    let local = try LocalServer { _ in HTTPResponse(status: 200) }
    defer { local.server.stop() }
    let error = #expect(throws: HTTPServerError.self) {
      try HTTPServer(address: local.server.address) { _ in HTTPResponse(status: 200) }
    }
    guard case .cannotListen(_, EADDRINUSE, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(
    "addresses are read strictly",
    arguments: [
      ("127.0.0.1:8787", "127.0.0.1:8787"), ("[::1]:0", "[::1]:0"),
      ("0.0.0.0:65535", "0.0.0.0:65535"),
      ("127.0.0.1", nil), ("127.0.0.1:", nil), ("::1:80", nil), ("[]:80", nil), (":80", nil),
      ("127.0.0.1:65536", nil), ("127.0.0.1:+80", nil), ("127.0.0.1:8 0", nil),
    ])
  func addressText(text: String, expected: String?) {
    #expect(ListenAddress(text)?.description == expected)
  }
}

/// A connection on which anything can be sent.
private struct RawConnection: ~Copyable {
  private let descriptor: Int32

  init(port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let descriptor = descriptor
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(result == 0)
  }

  /// Whether the bytes could still be sent.
  @discardableResult
  func send(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return Foundation.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      == bytes.count
  }

  /// All that comes until the other side closes the connection.
  func receive() -> String {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4_096)
    while case let count = recv(descriptor, &piece, piece.count, 0), count > 0 {
      bytes += piece.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  deinit { close(descriptor) }
}
