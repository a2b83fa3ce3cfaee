import HTTPTransport
import JWTCheckCommand
import StrictCoding
import TokenService

/// Reads a configuration and the keys that it names.
struct ServiceLoader {
  let path: String
  let metrics: ServiceMetrics
  /// The address of the command line, which wins over the configuration's.
  let listen: ListenAddress?

  static let standardAddress = ListenAddress(host: "127.0.0.1", port: 8787)

  /// The most bytes of a configuration or key.
  private static let limit = 1 << 20

  /// What was read.
  struct Loaded {
    let service: TokenService
    let configuration: ServiceConfiguration
    let address: ListenAddress
  }

  func load() throws(DaemonError) -> Loaded {
    let bytes: [UInt8]
    do {
      bytes = try InputReader.read(file: path, limit: Self.limit)
    } catch {
      throw DaemonError(.unavailable, error.message)
    }
    do {
      let configuration = try ServiceConfiguration(json: bytes)
      var keys: [[UInt8]] = []
      for key in configuration.keys { keys.append(try self.bytes(of: key)) }
      let configured = try configuration.listen.map { (text) throws(DaemonError) in
        try ServeOptions.address(text)
      }
      let address = listen ?? configured ?? Self.standardAddress
      let service = try TokenService(
        configuration, keys: keys, metrics: metrics, showsInspector: address.isLoopback)
      return Loaded(service: service, configuration: configuration, address: address)
    } catch let fault as DocumentFault {
      let place = Self.place(of: fault.offset, in: bytes)
      throw DaemonError(.unavailable, "\(path):\(place): \(fault)")
    } catch let error as DaemonError {
      throw error
    } catch {
      throw DaemonError(.internalFault, "the configuration could not be read")
    }
  }

  private func bytes(of key: ServiceConfiguration.Key) throws(DaemonError) -> [UInt8] {
    switch key.source {
    case .environment(let name):
      guard let bytes = Environment.process[name], !bytes.isEmpty else {
        throw DaemonError(
          .unavailable, "the key \(key.id): its environment variable is not set or empty")
      }
      return bytes
    case .file(let name):
      do {
        return try InputReader.read(file: resolved(name), limit: Self.limit)
      } catch {
        throw DaemonError(.unavailable, "the key \(key.id): \(error.message)")
      }
    }
  }

  /// A relative path starts at the folder of the configuration, wherever the server was started.
  private func resolved(_ name: String) -> String {
    guard name.utf8.first != UInt8(ascii: "/"),
      let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    else { return name }
    return "\(path[...slash])\(name)"
  }

  /// Line and column of a byte.
  private static func place(of offset: Int, in bytes: [UInt8]) -> String {
    let before = bytes.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
    return "\(line):\(column)"
  }
}

extension HTTPServerLimits {
  /// The limits of a configuration, and the server's own where it says nothing.
  init(_ limits: ServiceConfiguration.Limits) {
    self.init()
    connections = limits.connections ?? connections
    headerBytes = limits.headerBytes ?? headerBytes
    bodyBytes = limits.bodyBytes ?? bodyBytes
    requestSeconds = limits.requestSeconds ?? requestSeconds
    drainSeconds = limits.drainSeconds ?? drainSeconds
  }
}
