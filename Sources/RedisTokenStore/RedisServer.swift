public import StrictCoding

/// A Redis or Valkey server, and how to sign in to it.
///
/// The connection is not encrypted: libhiredis 0.14 knows no TLS. Use it inside a trusted network, or
/// over a Unix socket to a proxy that encrypts.
public struct RedisServer: Sendable {
  /// Where the server listens.
  public enum Address: Equatable, Sendable {
    /// A host name or address, and a port.
    case network(host: String, port: UInt16)
    /// The path of a Unix socket.
    case socket(path: String)
  }

  /// Where the server listens.
  public var address: Address
  /// The user to sign in as; `nil` for the default user.
  public var user: String?
  /// The password; `nil` for a server that asks for none.
  public var password: SecretBytes?
  /// The number of the database.
  public var database: UInt32

  /// Names a server.
  public init(
    _ address: Address, user: String? = nil, password: SecretBytes? = nil, database: UInt32 = 0
  ) {
    self.address = address
    self.user = user
    self.password = password
    self.database = database
  }
}
