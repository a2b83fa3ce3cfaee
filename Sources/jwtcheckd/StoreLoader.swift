import BearerAuthentication
import JOSE
import JWTCheckCommand
import RedisTokenStore
import StrictCoding
import TokenService

/// Makes the store that a configuration names.
struct StoreLoader {
  /// The tokens that are remembered in this process; a reload does not forget them.
  let memory: MemoryTokenStore
  /// Where relative paths start.
  let folder: FolderPath

  func load(_ settings: StoreSettings) throws(DaemonError) -> any LocalTokenStore {
    switch settings.place {
    case .memory(let list):
      if let list { try revoke(folder.path(of: list)) }
      return memory
    case .redis(let settings): return try redis(settings)
    }
  }

  /// The store in a server; nothing is connected yet.
  func redis(_ settings: StoreSettings.Redis) throws(DaemonError) -> RedisTokenStore {
    let address: RedisServer.Address =
      switch settings.address {
      case .socket(let path): .socket(path: path)
      case .network(let host, let port): .network(host: host, port: port)
      }
    let server = RedisServer(
      address, user: settings.user, password: try settings.password.map(password),
      database: settings.database)
    return RedisTokenStore(
      server, prefix: settings.prefix ?? RedisTokenStore.defaultPrefix,
      timeout: .milliseconds(settings.milliseconds ?? 250))
  }

  private func password(
    _ source: ServiceConfiguration.KeySource
  ) throws(DaemonError) -> SecretBytes {
    var bytes: [UInt8]
    switch source {
    case .environment(let name): bytes = Environment.process[name] ?? []
    case .file(let name):
      do {
        bytes = try InputReader.read(file: folder.path(of: name), limit: 4_096)
      } catch {
        throw DaemonError(.unavailable, "the store's password: \(error.message)")
      }
    }
    // Editors and `echo` add one.
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    defer { SecretBytes.wipe(&bytes) }
    guard !bytes.isEmpty else { throw DaemonError(.unavailable, "the store's password is empty") }
    return SecretBytes(bytes)
  }

  private func revoke(_ path: String) throws(DaemonError) {
    let text: [UInt8]
    do {
      text = try InputReader.read(file: path, limit: ServiceLoader.limit)
    } catch {
      throw DaemonError(.unavailable, error.message)
    }
    let list: RevokedTokens
    do {
      list = try RevokedTokens(json: text)
    } catch {
      throw DaemonError(.unavailable, "\(path): \(error)")
    }
    let now = ServiceClock.now()
    for entry in list.entries {
      do {
        try memory.revoke(entry.token, until: entry.until, at: now)
      } catch {
        throw DaemonError(.unavailable, "\(path): more tokens than the store can remember")
      }
    }
  }
}
