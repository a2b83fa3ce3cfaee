/// A request as a server received it or a client sends it: a value, tied to no connection.
public struct HTTPRequest: Sendable {
  /// What came behind the header fields.
  public enum Body: Equatable, Sendable {
    /// All of it; empty if there was none.
    case complete([UInt8])
    /// Nothing was kept, because of a fault that makes the request one that is not served.
    case unread(Fault)
  }

  /// Why a server does not read a request to its end.
  public enum Fault: String, CaseIterable, Sendable {
    /// The body is larger than the server takes.
    case bodyTooLarge
    /// Target and header fields together are larger than the server takes, mostly for the fields.
    case fieldsTooLarge
    /// The same, mostly for the target with its query.
    case targetTooLong
    /// A proxy in front may have understood another request: two lengths, a length beside a transfer
    /// coding, or two hosts (RFC 9112 §3.2, §6.3).
    case ambiguous
    /// The body has a transfer coding that nobody here can undo (RFC 9112 §6.1).
    case unknownCoding
  }

  /// The method, exactly as it was received.
  public let method: String
  /// What is asked for, without the query; for a client the whole URL.
  public let target: String
  /// The header fields in their order.
  public let headers: HTTPHeaders
  /// What came behind them.
  public let body: Body

  /// Makes a request.
  public init(
    method: String, target: String, headers: HTTPHeaders = [:], body: Body = .complete([])
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }

  /// Whether the method is exactly this one; methods are compared byte for byte (RFC 9110 §9.1).
  public func hasMethod(_ name: String) -> Bool { method.utf8.elementsEqual(name.utf8) }

  /// Whether exactly this path is asked for.
  public func hasTarget(_ path: String) -> Bool { target.utf8.elementsEqual(path.utf8) }
}

extension HTTPRequest: CustomStringConvertible, CustomReflectable {
  /// Neither header fields nor body: both may hold credentials. Nor the target, which anybody may
  /// fill with anything.
  public var description: String { "<HTTP request>" }
  /// Neither header fields nor body.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
