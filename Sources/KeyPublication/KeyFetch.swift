/// A document to fetch: what a fetcher is asked for.
public struct KeyFetchRequest: Equatable, Sendable {
  /// The whole URL: `https:`, unless the options allow another.
  public let url: String
  /// The largest body that will be looked at: a fetcher should stop reading behind it.
  public let maximumByteCount: Int
}

/// What came back.
public struct KeyFetchResponse: Equatable, Sendable {
  /// The URL that answered. It must be the one asked for: a redirect would hand the choice of keys to
  /// whoever can make the server send one.
  public var url: String
  /// The HTTP status code.
  public var status: Int
  /// The body.
  public var body: [UInt8]
  /// The value of `Cache-Control`, if there is one.
  public var cacheControl: String?
  /// The value of `Age`, if there is one.
  public var age: String?

  /// Makes a response.
  public init(
    url: String, status: Int, body: [UInt8], cacheControl: String? = nil, age: String? = nil
  ) {
    self.url = url
    self.status = status
    self.body = body
    self.cacheControl = cacheControl
    self.age = age
  }
}
