import JWTCheckCommand
import JWTValidation
import PolicyFile
import RemoteKeys
import StrictCoding
import TokenReport
import TokenService

/// Reads the policy file that tokens at the gateway are judged by, with its keys.
struct PolicyLoader {
  private let settings: GatewaySettings
  private let path: String
  private let folder: FolderPath

  /// What was read.
  struct Loaded {
    let verifier: any VerifierSource
    let hasKeys: Bool
  }

  /// - Parameter folder: where the paths of the settings start.
  init(_ settings: GatewaySettings, folder: FolderPath) {
    self.settings = settings
    self.folder = folder
    path = folder.path(of: settings.policy)
  }

  func load() throws(DaemonError) -> Loaded {
    let file: PolicyFile
    let text = try read(path)
    do {
      file = try PolicyFile(json: text)
    } catch {
      let line = text.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
      throw DaemonError(.unavailable, "\(path):\(line): \(error.message) [\(error.code)]")
    }
    if let remote = settings.remoteKeys { return try load(remote, file) }
    let keys = try file.keys { (reference) throws(DaemonError) in try fetch(reference) }
    let source: PolicySource
    do {
      source = try file.source(keys: keys) { published in
        DaemonKeyFetcher(
          certificates: published.certificates.map { FolderPath(besides: path).path(of: $0) })
      }
    } catch {
      throw DaemonError(.unavailable, "\(path): \(error.message) [\(error.code)]")
    }
    return Loaded(
      verifier: source, hasKeys: Waiting.result { await source.load(at: ServiceClock.now()) })
  }

  /// Keys that the issuer publishes, by the configuration and not by the policy file: fetched once now,
  /// and then beside what is answered.
  private func load(
    _ remote: GatewaySettings.RemoteKeys, _ file: PolicyFile
  ) throws(DaemonError) -> Loaded {
    guard file.entries.count == 1, let entry = file.entries.first, entry.keys.isEmpty,
      entry.publishedKeys == nil
    else {
      throw DaemonError(
        .unavailable,
        "\(path): gateway.keys is for a policy file of one issuer that names no keys itself")
    }
    let location: KeyLocation
    if let url = remote.url {
      location = .jwkSet(url)
    } else if let issuer = entry.issuers.first, entry.issuers.count == 1 {
      location = .discovery(issuer: issuer)
    } else {
      throw DaemonError(
        .unavailable, "\(path): gateway.keys.discovery needs the one issuer that is accepted")
    }
    do {
      let verifier = try RemoteVerifier(
        keys: location, policy: entry.policy,
        fetcher: DaemonKeyFetcher(certificates: remote.certificates.map(folder.path(of:))))
      let hasKeys = Waiting.result { await verifier.load(at: ServiceClock.now()) }
      return Loaded(verifier: verifier, hasKeys: hasKeys)
    } catch {
      throw DaemonError(.unavailable, "gateway.keys: \(error.message) [\(error.code)]")
    }
  }

  private func fetch(_ reference: KeyReference) throws(DaemonError) -> VerificationKeys {
    let bytes: [UInt8]
    switch reference.source {
    case .inline(let keys): return keys
    case .file(let name): bytes = try read(FolderPath(besides: path).path(of: name))
    case .environment(let name):
      guard let value = Environment.process[name], !value.isEmpty else {
        throw DaemonError(
          .unavailable, "\(path): the environment variable of a key is not set or empty")
      }
      bytes = value
    }
    do {
      return try reference.keys(from: bytes)
    } catch {
      throw DaemonError(.unavailable, "\(path): a key: \(error.message) [\(error.code)]")
    }
  }

  private func read(_ path: String) throws(DaemonError) -> [UInt8] {
    do {
      return try InputReader.read(file: path, limit: ServiceLoader.limit)
    } catch {
      throw DaemonError(.unavailable, error.message)
    }
  }
}
