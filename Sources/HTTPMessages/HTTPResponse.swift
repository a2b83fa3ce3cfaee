/// An answer to a request: a value, tied to no connection.
public struct HTTPResponse: Sendable {
  /// The status code (RFC 9110 §15).
  public let status: Int
  /// The header fields in their order.
  public let headers: HTTPHeaders
  /// What stands behind them.
  public let body: [UInt8]

  /// Makes an answer.
  public init(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The media type of the body in lower case and without parameters, such as `application/json`;
  /// `nil` if nothing says.
  public var mediaType: String? { headers.mediaType }
}

extension HTTPResponse: CustomStringConvertible, CustomReflectable {
  /// The status; never the body, which may hold a token.
  public var description: String { "<HTTP response \(status)>" }
  /// The status; never the body.
  public var customMirror: Mirror { Mirror(self, children: ["status": status]) }
}
