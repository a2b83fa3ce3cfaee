import CLibhiredis
import Glibc
import StrictCoding

/// One connection to a server.
///
/// `@unchecked Sendable`: a connection is out of the pool while it is used, so one thread has it.
final class RedisConnection: @unchecked Sendable {
  private let context: UnsafeMutablePointer<redisContext>

  /// Connects and signs in; `nil` if that fails or takes too long.
  init?(_ server: RedisServer, timeout: Duration) {
    let limit = timeval(timeout)
    let made =
      switch server.address {
      case .network(let host, let port): redisConnectWithTimeout(host, Int32(port), limit)
      case .socket(let path): redisConnectUnixWithTimeout(path, limit)
      }
    guard let made else { return nil }
    context = made
    // From here on the context is freed by `deinit`.
    guard made.pointee.err == 0, redisSetTimeout(made, limit) == REDIS_OK, signIn(server) else {
      return nil
    }
  }

  deinit { redisFree(context) }

  private func signIn(_ server: RedisServer) -> Bool {
    if let password = server.password {
      var words = [Array("AUTH".utf8)]
      if let user = server.user { words.append(Array(user.utf8)) }
      var secret = password.withSpan { $0.copied() }
      defer { SecretBytes.wipe(&secret) }
      guard send(words + [secret]) == .ok else { return false }
    }
    guard server.database != 0 else { return true }
    return send(["SELECT", String(server.database)]) == .ok
  }

  /// Sends a command; `nil` if there is no answer, after which the connection is of no use.
  func send(_ words: [String]) -> RedisReply? { send(words.map { Array($0.utf8) }) }

  private func send(_ words: [[UInt8]]) -> RedisReply? {
    // All words in one buffer, so that no pointer outlives what it points to.
    let bytes = words.flatMap(\.self)
    let lengths = words.map(\.count)
    let reply = bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        var offset = 0
        var pointers = lengths.map { length -> UnsafePointer<CChar>? in
          defer { offset += length }
          return bytes.baseAddress.map { $0 + offset }
        }
        return jc_redis_command(context, Int32(words.count), &pointers, lengths)
      }
    }
    guard let reply else { return nil }
    defer { freeReplyObject(reply) }
    return RedisReply(reply.pointee)
  }
}

extension timeval {
  fileprivate init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self.init(tv_sec: Int(seconds), tv_usec: Int(attoseconds / 1_000_000_000_000))
  }
}
