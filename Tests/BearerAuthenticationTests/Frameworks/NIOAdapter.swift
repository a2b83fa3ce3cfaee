import BearerAuthentication
import JWTCheckTesting

/// The part of SwiftNIO 2 that the adapter of the article `Frameworks` uses.
enum NIOAdapter {
  struct HTTPVersion {}

  struct HTTPHeaders {
    var all: [(String, String)]
    init(_ all: [(String, String)] = []) { self.all = all }
    subscript(name: String) -> [String] {
      all.filter { $0.0.lowercased() == name.lowercased() }.map(\.1)
    }
    mutating func add(name: String, value: String) { all.append((name, value)) }
  }

  struct HTTPRequestHead {
    let version: HTTPVersion
    var headers: HTTPHeaders
  }

  struct HTTPResponseStatus: Equatable {
    static let ok = HTTPResponseStatus(statusCode: 200)
    var statusCode: Int
  }

  struct HTTPResponseHead {
    let version: HTTPVersion
    var status: HTTPResponseStatus
    var headers: HTTPHeaders = HTTPHeaders()
  }

  enum HTTPServerRequestPart {
    case head(HTTPRequestHead)
    case end
  }
  enum HTTPServerResponsePart {
    case head(HTTPResponseHead)
    case end(Never?)
  }

  final class Outbound {
    var parts: [HTTPServerResponsePart] = []
    func write(_ part: HTTPServerResponsePart) async throws { parts.append(part) }
  }

  static func serve(
    _ bearer: AsyncBearerAuthenticator, _ inbound: AsyncStream<HTTPServerRequestPart>,
    _ outbound: Outbound
  ) async throws {
    for try await case .head(let head) in inbound {
      var answer = HTTPResponseHead(version: head.version, status: .ok)
      do throws(Rejection) {
        let values = head.headers["authorization"]
        let token = try await bearer.authenticate(authorization: values, at: now())
        for (name, value) in IdentityHeaders.standard.fields(for: token) {
          answer.headers.add(name: name, value: value)
        }
      } catch {
        answer.status = .init(statusCode: error.status)
        answer.headers = HTTPHeaders(error.headerFields)
      }
      try await outbound.write(.head(answer))
      try await outbound.write(.end(nil))
    }
  }
}
