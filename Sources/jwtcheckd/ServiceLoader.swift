import BearerAuthentication
import HTTPTransport
import JWTCheckCommand
import StrictCoding
import StrictDocuments
import TokenService

/// Reads a configuration and the keys and the policy that it names.
struct ServiceLoader {
  /// What says how to serve.
  enum Source {
    /// A configuration.
    case configuration(path: String)
    /// A policy file, for a server that only answers gateways.
    case policy(path: String)
  }

  let source: Source
  let metrics: ServiceMetrics
  /// The address of the command line, which wins over the configuration's.
  let listen: ListenAddress?

  /// Tokens that are remembered from one configuration to the next.
  private let memory = MemoryTokenStore()

  static let standardAddress = ListenAddress(host: "127.0.0.1", port: 8787)

  /// The most bytes of a configuration or key.
  static let limit = 1 << 20

  /// What was read.
  struct Loaded {
    let service: TokenService
    let configuration: ServiceConfiguration
    let address: ListenAddress
    /// Whether all keys are there: those that are fetched may not be.
    let hasKeys: Bool

    /// The members of the configuration that have another value than the server was started with, and
    /// that it takes at its start only.
    func membersThatNeedRestart(after old: Loaded) -> [String] {
      let limits = configuration.limits.names(unlike: old.configuration.limits)
      return (address == old.address ? [] : ["listen"]) + limits.map { "limits.\($0)" }
    }
  }

  func load() throws(DaemonError) -> Loaded {
    switch source {
    case .policy(let path):
      do {
        return try load(ServiceConfiguration(policy: path), folder: FolderPath.current)
      } catch {
        throw error.daemonError { fault in "\(path): \(fault)" }
      }
    case .configuration(let path):
      let (configuration, bytes) = try Self.read(path)
      do {
        return try load(configuration, folder: FolderPath(besides: path))
      } catch {
        throw error.daemonError { fault in
          "\(path):\(Self.place(of: fault.offset, in: bytes)): \(fault)"
        }
      }
    }
  }

  /// The configuration alone, without what it names.
  static func configuration(at path: String) throws(DaemonError) -> ServiceConfiguration {
    try read(path).configuration
  }

  private static func read(
    _ path: String
  ) throws(DaemonError) -> (configuration: ServiceConfiguration, bytes: [UInt8]) {
    let bytes: [UInt8]
    do {
      bytes = try InputReader.read(file: path, limit: limit)
    } catch {
      throw DaemonError(.unavailable, error.message)
    }
    do {
      return (try ServiceConfiguration(json: bytes), bytes)
    } catch {
      throw DaemonError(.unavailable, "\(path):\(place(of: error.offset, in: bytes)): \(error)")
    }
  }

  /// - Parameter folder: where relative paths start, wherever the server was started.
  private func load(
    _ configuration: ServiceConfiguration, folder: FolderPath
  ) throws(LoadFailure) -> Loaded {
    var keys: [[UInt8]] = []
    for key in configuration.keys { keys.append(try bytes(of: key, in: folder)) }
    let policy: PolicyLoader.Loaded?
    let store: (any LocalTokenStore)?
    let address: ListenAddress
    do throws(DaemonError) {
      address =
        if let listen {
          listen
        } else if let text = configuration.listen {
          try ServeOptions.address(text)
        } else {
          Self.standardAddress
        }
      policy =
        if let settings = configuration.gateway {
          try PolicyLoader(settings, folder: folder).load()
        } else {
          nil
        }
      store =
        if let settings = configuration.gateway?.store {
          try StoreLoader(memory: memory, folder: folder).load(settings)
        } else {
          nil
        }
    } catch {
      throw .other(error)
    }
    do throws(DocumentFault) {
      return Loaded(
        service: try TokenService(
          configuration, keys: keys, verifier: policy?.verifier, store: store,
          metrics: metrics,
          showsInspector: address.isLoopback),
        configuration: configuration, address: address, hasKeys: policy?.hasKeys ?? true)
    } catch {
      throw .document(error)
    }
  }

  private func bytes(
    of key: ServiceConfiguration.Key, in folder: FolderPath
  ) throws(LoadFailure) -> [UInt8] {
    switch key.source {
    case .environment(let name):
      guard let bytes = Environment.process[name], !bytes.isEmpty else {
        throw .other(
          DaemonError(
            .unavailable, "the key \(key.id): its environment variable is not set or empty"))
      }
      return bytes
    case .file(let name):
      do {
        return try InputReader.read(file: folder.path(of: name), limit: Self.limit)
      } catch {
        throw .other(DaemonError(.unavailable, "the key \(key.id): \(error.message)"))
      }
    }
  }

  /// Line and column of a byte.
  private static func place(of offset: Int, in bytes: [UInt8]) -> String {
    let before = bytes.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
    return "\(line):\(column)"
  }
}

/// Why something to serve with could not be read.
private enum LoadFailure: Error {
  /// A fault in the configuration.
  case document(DocumentFault)
  /// Anything else.
  case other(DaemonError)

  func daemonError(_ text: (DocumentFault) -> String) -> DaemonError {
    switch self {
    case .document(let fault): DaemonError(.unavailable, text(fault))
    case .other(let error): error
    }
  }
}

/// Where relative paths of a file start.
struct FolderPath {
  private let prefix: Substring

  /// The folder in which the program runs.
  static let current = FolderPath(besides: "")

  /// The folder of a file.
  init(besides path: String) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    prefix = slash.map { path[...$0] } ?? ""
  }

  /// The path of a name as a file of the folder means it.
  func path(of name: String) -> String {
    name.utf8.first == UInt8(ascii: "/") ? name : "\(prefix)\(name)"
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
