import Glibc

/// The environment variables, as a value that a test can replace.
package struct Environment: Sendable {
  private let lookUp: @Sendable (String) -> [UInt8]?

  /// The environment of this process.
  package static let process = Environment { name in
    guard let value = unsafe name.withCString({ unsafe getenv($0) }) else { return nil }
    let length = unsafe strlen(value)
    return unsafe [UInt8](UnsafeRawBufferPointer(start: value, count: length))
  }

  /// An environment that holds just these variables.
  package init(_ variables: [String: String]) {
    lookUp = { name in variables[name].map { Array($0.utf8) } }
  }

  private init(lookUp: @escaping @Sendable (String) -> [UInt8]?) {
    self.lookUp = lookUp
  }

  /// The bytes of a variable, `nil` when it is not set.
  ///
  /// Bytes and not text: a variable may hold a raw secret that is not UTF-8.
  package subscript(name: String) -> [UInt8]? {
    lookUp(name)
  }

  /// Whether a variable is set to something other than the empty text.
  func isNonEmpty(_ name: String) -> Bool {
    self[name]?.isEmpty == false
  }
}
