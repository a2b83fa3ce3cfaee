/// How a request is sent, and how much of an answer is taken.
public struct HTTPClientOptions: Equatable, Sendable {
  /// How long everything may take, all attempts together.
  public var deadline: Duration = .seconds(10)
  /// The most bytes of an answer's body.
  public var maximumBytes = 1 << 20
  /// A PEM file of the certificates to trust instead of the system's.
  public var certificateFile: String?
  /// Whether `http:` is allowed too. Credentials then go over the line for everybody to read, so
  /// this is for the loopback interface and for tests.
  public var allowsPlainHTTP = false
  /// How often a request is sent at most. It is sent again only if it surely was not acted upon.
  public var attempts = 3

  /// The values that are written beside each property.
  public init() {}
}
