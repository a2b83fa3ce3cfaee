/// A path together with all paths below it: `/verify` and `/verify/orders`, but not `/verifying`.
struct PathPrefix: Sendable {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Whether a path is this one or lies below it.
  func covers(_ other: String) -> Bool {
    let rest = other.utf8.dropFirst(path.utf8.count)
    return other.utf8.starts(with: path.utf8)
      && (rest.first ?? UInt8(ascii: "/")) == UInt8(ascii: "/")
  }
}
