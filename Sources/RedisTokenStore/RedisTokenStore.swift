public import BearerAuthentication
public import JOSE
import Synchronization

/// Remembers revoked and used tokens in a Redis or Valkey server, for any number of machines.
///
/// A use is noted by one command, `SET … NX EXAT …`, so of two machines only one is first, and the
/// server forgets tokens by itself when they expire. It takes Redis 6.2 or later, and a server that
/// must not drop keys to make room (`maxmemory-policy noeviction`, the default): a key that is
/// dropped is a token that was never revoked.
///
/// Calls block the calling thread for as long as the server takes, at most the time limit, twice
/// where a connection has to be made anew. For tasks there is `AsyncRedisTokenStore`.
public final class RedisTokenStore: LocalTokenStore {
  /// What the keys begin with unless the caller says otherwise.
  public static let defaultPrefix = "jwtcheck:"
  /// The most connections that are kept while nobody uses them.
  private static let idleLimit = 16
  /// Beyond the year 33 658: what expires later does not expire.
  private static let lastExpiry: Int64 = 1_000_000_000_000

  private struct State: Sendable {
    var idle: [RedisConnection] = []
    /// The second in which connecting failed last.
    var failedAt: Int64?
  }

  private let server: RedisServer
  private let prefix: String
  private let timeout: Duration
  private let state = Mutex(State())

  /// Takes note of a server; nothing is connected yet.
  ///
  /// - Parameters:
  ///   - server: where it is.
  ///   - prefix: what the keys begin with, for a server that others use too.
  ///   - timeout: how long connecting, and each command, may take.
  public init(
    _ server: RedisServer, prefix: String = defaultPrefix, timeout: Duration = .milliseconds(250)
  ) {
    self.server = server
    self.prefix = prefix
    self.timeout = max(timeout, .milliseconds(1))
  }

  /// Revokes a token.
  ///
  /// - Parameters:
  ///   - token: which one.
  ///   - until: when the token expires by itself, leeway included.
  ///   - now: the time.
  /// - Throws: `.unavailable`.
  public func revoke(
    _ token: TokenIdentity, until: NumericDate, at now: NumericDate
  ) throws(TokenStoreFailure) {
    let reply = try send(["SET", key("revoked", token), "1"] + Self.expiry(until), at: now)
    guard reply == .ok else { throw .unavailable }
  }

  /// Whether a token was revoked.
  ///
  /// - Throws: `.unavailable`.
  public func isRevoked(
    _ token: TokenIdentity, at now: NumericDate
  ) throws(TokenStoreFailure) -> Bool {
    switch try send(["EXISTS", key("revoked", token)], at: now) {
    case .integer(0): return false
    case .integer(1): return true
    default: throw .unavailable
    }
  }

  /// Notes that a token was used.
  ///
  /// - Returns: whether this is the first use.
  /// - Throws: `.unavailable`.
  public func markUsed(
    _ token: TokenIdentity, until: NumericDate, at now: NumericDate
  ) throws(TokenStoreFailure) -> Bool {
    switch try send(["SET", key("used", token), "1", "NX"] + Self.expiry(until), at: now) {
    case .ok: return true
    case RedisReply.none: return false
    default: throw .unavailable
    }
  }

  private func key(_ kind: String, _ token: TokenIdentity) -> String {
    "\(prefix)\(kind):\(token.hexadecimal)"
  }

  /// Rounded up: the server knows whole seconds, and a token must not outlive its entry.
  private static func expiry(_ until: NumericDate) -> [String] {
    guard until.seconds < lastExpiry else { return [] }
    return ["EXAT", String(max(1, until.seconds + (until.nanoseconds > 0 ? 1 : 0)))]
  }

  /// Sends a command over a connection that is free, or over a new one.
  private func send(
    _ words: [String], at now: NumericDate
  ) throws(TokenStoreFailure) -> RedisReply {
    // While the server is down, one second's requests wait for one attempt and not each for its own.
    guard state.withLock({ $0.failedAt != now.seconds }) else { throw .unavailable }
    // A connection that was kept may have been closed by the server in the meantime. Sending again is
    // safe: a use that was noted although no answer came is then taken for a second one and refused.
    if let kept = state.withLock({ $0.idle.popLast() }), let reply = kept.send(words) {
      keep(kept)
      return reply
    }
    guard let new = RedisConnection(server, timeout: timeout), let reply = new.send(words) else {
      // Of a server that hangs, each connection that was kept would cost the whole time limit.
      state.withLock { state in
        state.failedAt = now.seconds
        state.idle = []
      }
      throw .unavailable
    }
    keep(new)
    return reply
  }

  private func keep(_ connection: RedisConnection) {
    state.withLock { state in
      state.failedAt = nil
      if state.idle.count < Self.idleLimit { state.idle.append(connection) }
    }
  }
}
