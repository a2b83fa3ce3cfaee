/// What one client, or all of them together, may take from the server.
public struct HTTPServerLimits: Equatable, Sendable {
  /// The most connections at a time; further ones wait in the queue of the system. Each may take
  /// twice `headerBytes` of memory: all of them together some 270 MB at most.
  public var connections = 4_096
  /// The most bytes of a request line and its header fields: more than any token in a header, and
  /// what common gateways pass on.
  public var headerBytes = 32 * 1_024
  /// The most bytes of a request's body.
  public var bodyBytes = 64 * 1_024
  /// How long a connection may take from one answer to the end of the next, in seconds, however
  /// busy it looks: whoever sends a byte now and then must not keep its place for ever.
  public var requestSeconds = 30
  /// How long running requests may take to finish when the server stops, in seconds.
  public var drainSeconds = 10

  /// The limits that are written beside each property.
  public init() {}
}
