import BearerAuthentication
import StrictCoding
import StrictDocuments

/// Where the endpoint for gateways asks which tokens were revoked or used: the member `store` of its
/// settings.
package struct StoreSettings: Equatable, Sendable {
  /// Where tokens are remembered.
  package enum Place: Equatable, Sendable {
    /// In this process, which may be told by a file which tokens were revoked.
    case memory(revoked: String?)
    /// In a Redis or Valkey server.
    case redis(Redis)
  }

  /// A server, and how to sign in to it; `nil` where nothing is said.
  package struct Redis: Equatable, Sendable {
    /// The path of a Unix socket, or a host with a port.
    package let address: Address
    /// The user to sign in as.
    package let user: String?
    /// Where the password lies.
    package let password: ServiceConfiguration.KeySource?
    /// The number of the database.
    package let database: UInt32
    /// What the keys begin with.
    package let prefix: String?
    /// How long connecting, and each command, may take.
    package let milliseconds: Int?
  }

  /// Where a server listens.
  package enum Address: Equatable, Sendable {
    case socket(path: String)
    case network(host: String, port: UInt16)
  }

  /// Where tokens are remembered.
  package let place: Place
  /// Whether each token passes once.
  let isSingleUse: Bool
  /// What happens while the store cannot answer.
  let failure: BearerOptions.StoreFailure

  /// Reads the member.
  init(_ settings: StrictObject) throws(DocumentFault) {
    let common = ["memory", "redis", "singleUse", "acceptWhenUnavailable"]
    switch (try settings.optionalFlag("memory"), try settings.optionalText("redis")) {
    case (true, nil):
      try settings.allow(common + ["revoked"])
      place = .memory(revoked: try settings.optionalText("revoked"))
    case (nil, let address?):
      try settings.allow(
        common + [
          "user", "passwordFile", "passwordEnvironment", "database", "prefix",
          "timeoutMilliseconds",
        ])
      guard let address = Address(address) else { throw settings.fault(.notAnAddress, "redis") }
      place = .redis(try Redis(settings, at: address))
    case (_?, _?): throw settings.fault(.repeatedName, "redis")
    case (_, nil): throw settings.fault(.missingMember(expected: .string), "redis")
    }
    isSingleUse = try settings.optionalFlag("singleUse") ?? false
    failure = try settings.optionalText("acceptWhenUnavailable").map { .accept($0) } ?? .refuse
  }
}

extension StoreSettings.Redis {
  fileprivate init(
    _ settings: StrictObject, at address: StoreSettings.Address
  ) throws(DocumentFault) {
    self.address = address
    user = try settings.optionalText("user")
    switch (
      try settings.optionalText("passwordFile"), try settings.optionalText("passwordEnvironment")
    ) {
    case (let path?, nil): password = .file(path)
    case (nil, let name?): password = .environment(name)
    case (nil, nil):
      guard user == nil else {
        throw settings.fault(.missingMember(expected: .string), "passwordFile")
      }
      password = nil
    case (_?, _?): throw settings.fault(.repeatedName, "passwordEnvironment")
    }
    database = UInt32(try settings.optionalNumber("database", in: 0...65_535) ?? 0)
    prefix = try settings.optionalText("prefix")
    milliseconds = try settings.optionalNumber("timeoutMilliseconds", in: 1...10_000)
  }
}

extension StoreSettings.Address {
  /// Reads `127.0.0.1:6379`, `[::1]:6379`, `redis.example:6379` or `/run/redis.sock`.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    if bytes.first == UInt8(ascii: "/") {
      self = .socket(path: text)
      return
    }
    guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")),
      let port = UInt16(String(decoding: bytes[(colon + 1)...], as: UTF8.self)), port != 0
    else { return nil }
    var host = bytes[..<colon]
    if host.first == UInt8(ascii: "["), host.last == UInt8(ascii: "]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(UInt8(ascii: ":")) {
      return nil
    }
    guard !host.isEmpty else { return nil }
    self = .network(host: String(decoding: host, as: UTF8.self), port: port)
  }
}
