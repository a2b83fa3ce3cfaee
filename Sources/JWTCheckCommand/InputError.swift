import Glibc

/// Why an input could not be read. Never holds any of the content.
package enum InputError: Error, Equatable, Sendable {
  /// The system refused to open or read it.
  case unavailable(InputOrigin, SystemError)
  /// There is more than the reader was told to take.
  case tooLarge(InputOrigin, limit: Int)

  /// Where the bytes should have come from.
  package var origin: InputOrigin {
    switch self {
    case .unavailable(let origin, _), .tooLarge(let origin, _): origin
    }
  }

  /// Whether there is nothing at the given path.
  var isMissing: Bool {
    if case .unavailable(_, let error) = self {
      return [ENOENT, ENOTDIR, ENAMETOOLONG, EINVAL].contains(error.number)
    }
    return false
  }

  /// What went wrong and where.
  package var message: String {
    switch self {
    case .unavailable(let origin, let error):
      "cannot read \(origin): \(error)"
    case .tooLarge(let origin, let limit):
      "\(origin) is too large: the limit is \(Self.size(limit))"
    }
  }

  private static func size(_ bytes: Int) -> String {
    if bytes >= 1 << 20, bytes % (1 << 20) == 0 { return "\(bytes >> 20) MiB" }
    if bytes >= 1 << 10, bytes % (1 << 10) == 0 { return "\(bytes >> 10) KiB" }
    return "\(bytes) bytes"
  }
}
