import HTTPMessages
import HTTPTransport

/// A server on a free port of the loopback interface.
struct LocalServer {
  let server: HTTPServer

  init(
    limits: HTTPServerLimits = HTTPServerLimits(), handler: @escaping HTTPServer.Handler
  ) throws {
    server = try HTTPServer(
      address: ListenAddress(host: "127.0.0.1", port: 0), limits: limits, threads: 2,
      handler: handler)
  }

  func url(_ path: String) -> String { "http://\(server.address)\(path)" }

  /// A client that may talk to the server.
  static func client(_ change: (inout HTTPClientOptions) -> Void = { _ in }) -> HTTPClient {
    var options = HTTPClientOptions()
    options.allowsPlainHTTP = true
    options.attempts = 1
    change(&options)
    return HTTPClient(options)
  }

  func get(_ path: String) async throws -> HTTPResponse {
    try await Self.client().send(HTTPRequest(method: "GET", target: url(path)))
  }
}
