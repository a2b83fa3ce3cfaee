import BearerAuthentication
import JOSE
import JWTCheckCommand
import RedisTokenStore
import TokenService

/// `jwtcheckd revoke`: tells the store of a configuration that a token is revoked.
enum RevokeCommand {
  static func run(_ words: [String]) throws(DaemonError) {
    var values: [String: String] = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
      let names = ["--config", "--issuer", "--id", "--until"]
      guard names.contains(where: { $0.utf8.elementsEqual(word.utf8) }) else {
        throw DaemonError(.usage, "revoke does not know one of the words behind it")
      }
      guard values[word] == nil, let value = rest.popFirst() else {
        throw DaemonError(.usage, "\(word) needs one value")
      }
      values[word] = value
    }
    guard let path = values["--config"], let issuer = values["--issuer"],
      let id = values["--id"], let token = TokenIdentity(issuer: issuer, tokenID: id)
    else {
      throw DaemonError(.usage, "revoke needs --config, and --issuer and --id of the token")
    }
    var until = NumericDate.distantFuture
    if let text = values["--until"] {
      guard let time = NumericDate(secondInUTC: text) else {
        throw DaemonError(.usage, "--until takes a time such as 2026-01-02T03:04:05Z")
      }
      until = time
    }
    guard let settings = try ServiceLoader.configuration(at: path).gateway?.store else {
      throw DaemonError(.unavailable, "\(path): /gateway/store is missing")
    }
    guard case .redis(let redis) = settings.place else {
      throw DaemonError(
        .unavailable,
        "\(path): the store is in the server's memory; name the token in the file /gateway/store/revoked"
      )
    }
    let folder = FolderPath(besides: path)
    let store = try StoreLoader(memory: MemoryTokenStore(), folder: folder).redis(redis)
    do {
      try store.revoke(token, until: until, at: ServiceClock.now())
    } catch {
      throw DaemonError(.unavailable, "the store does not answer; the token is not revoked")
    }
  }
}
