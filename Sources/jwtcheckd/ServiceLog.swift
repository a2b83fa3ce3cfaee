import Glibc
import JOSE
import JWTCheckCommand
import StrictCoding
import TokenService

/// The log on standard error, one JSON object a line.
enum ServiceLog {
  static func write(_ line: [UInt8]) {
    var buffer = OutputBuffer(descriptor: STDERR_FILENO)
    buffer.write(line)
    // A full disk must not stop the service; there is nowhere left to report it.
    try? buffer.flush()
  }

  static func event(
    _ level: LogLine.Level, _ event: String, _ members: [(name: String, value: JSONTree?)] = []
  ) {
    write(LogLine.line(level, event, at: ServiceClock.now(), members))
  }
}

/// The clock of the server.
enum ServiceClock {
  /// The present moment. A system that tells no time is taken to be in 1970: a token made then is
  /// refused by everybody as expired, where a guess could be believed.
  static func now() -> NumericDate {
    SystemClock.now().map { NumericDate(seconds: $0.seconds, nanoseconds: $0.nanoseconds) }
      ?? NumericDate(seconds: 0)
  }
}
