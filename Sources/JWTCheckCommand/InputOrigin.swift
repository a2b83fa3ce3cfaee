/// Where bytes came from, printable without showing any of them.
package enum InputOrigin: Equatable, Sendable, CustomStringConvertible {
  /// A file, by its path.
  case file(String)
  /// An environment variable, by its name.
  case environment(String)
  /// An open file descriptor.
  case descriptor(Int32)
  /// Standard input.
  case standardInput
  /// The arguments of the process.
  case commandLine

  /// The origin in words, such as `file keys/a.pem`.
  package var description: String {
    switch self {
    case .file(let path): "file \(ShownText.escaped(path))"
    case .environment(let name): "environment variable \(ShownText.escaped(name))"
    case .descriptor(let number): "file descriptor \(number)"
    case .standardInput: "standard input"
    case .commandLine: "the command line"
    }
  }
}
