package import JOSE
package import StrictCoding
import TokenReport

/// One line of the log: a JSON object, so that programs can read it.
package enum LogLine {
  /// How much a line matters.
  package enum Level: String, Sendable {
    case info, warning, error
  }

  /// A line about a request.
  package static func request(
    _ event: ServiceEvent, microseconds: UInt64, at now: NumericDate
  ) -> [UInt8] {
    let level: Level =
      event.status >= 500 ? .error : event.isFailure ? .warning : .info
    return line(
      level, "request", at: now,
      [
        ("route", .string(event.route.rawValue)),
        ("status", .integer(Int64(event.status))),
        ("reason", .string(event.reason.rawValue)),
        ("detail", event.detail.map { .string($0) }),
        ("account", event.account.map { .string($0) }),
        ("microseconds", .integer(Int64(clamping: microseconds))),
      ])
  }

  /// A line about the server itself.
  package static func line(
    _ level: Level, _ event: String, at now: NumericDate,
    _ members: [(name: String, value: JSONTree?)] = []
  ) -> [UInt8] {
    let date = CivilDate(secondsSinceEpoch: now.seconds)
    let head: [(name: String, value: JSONTree?)] = [
      ("time", .string(date.rfc3339)), ("level", .string(level.rawValue)),
      ("event", .string(event)),
    ]
    return JSONTree.members(head + members).encoded() + [UInt8(ascii: "\n")]
  }
}
