/// The bytes of a key with what is known about where they were found.
///
/// What the bytes are (PEM, DER, JWK, a raw secret) is for the reader of keys to find out.
package struct KeyArgument: Equatable, Sendable {
  /// The bytes as they were found, decoded only where the prefix said so.
  package let bytes: [UInt8]
  /// Where they were found.
  package let origin: InputOrigin
  /// The prefix said that these are the bytes of a raw secret, never PEM or JWK.
  package let mustBeSecret: Bool

  /// The bytes stood in the arguments, where other users and the shell's history see them.
  ///
  /// For a secret, the caller says so once with `argumentWarning`.
  package var isInArguments: Bool {
    origin == .commandLine
  }

  /// The bytes came from outside the arguments and end with a line feed.
  ///
  /// In a raw secret it counts, and it is the most common reason for a signature that does not fit.
  package var endsWithNewline: Bool {
    !isInArguments && bytes.last == UInt8(ascii: "\n")
  }

  /// What to warn of when a secret stood in the arguments.
  package static let argumentWarning = """
    a secret on the command line can be seen by other users (ps) and stays in the shell history; \
    use a file, env:NAME or fd:N
    """

  /// The most bytes of a key that are accepted: a JWK Set of hundreds of keys fits.
  package static let limit = 1 << 20

  /// Reads a key from where its KEY says.
  ///
  /// - Parameters:
  ///   - source: The KEY.
  ///   - limit: The most bytes to accept.
  ///   - environment: Where `env:` looks.
  /// - Throws: `KeyArgumentError`.
  package init(
    _ source: KeySource, limit: Int = KeyArgument.limit, environment: Environment = .process
  ) throws(KeyArgumentError) {
    bytes = try Self.bytes(of: source, limit: limit, environment: environment)
    origin = source.origin
    mustBeSecret = if case .secret = source { true } else { false }
    guard !bytes.isEmpty else { throw .empty(origin) }
  }

  private static func bytes(
    of source: KeySource, limit: Int, environment: Environment
  ) throws(KeyArgumentError) -> [UInt8] {
    if case .environment(let name) = source, environment[name] == nil {
      throw .variableNotSet(name: looksLikeVariable(name) ? name : nil)
    }
    do throws(InputError) {
      switch source {
      case .file(let path, _): return try InputReader.read(file: path, limit: limit)
      case .descriptor(let number): return try InputReader.read(descriptor: number, limit: limit)
      case .standardInput: return try InputReader.readStandardInput(limit: limit)
      case .environment(let name):
        return try bounded(environment[name] ?? [], source.origin, limit: limit)
      case .secret(let value), .inline(let value):
        return try bounded(value, source.origin, limit: limit)
      }
    } catch {
      throw unreadable(source, error)
    }
  }

  private static func bounded(
    _ bytes: [UInt8], _ origin: InputOrigin, limit: Int
  ) throws(InputError) -> [UInt8] {
    guard bytes.count <= limit else { throw .tooLarge(origin, limit: limit) }
    return bytes
  }

  private static func unreadable(_ source: KeySource, _ error: InputError) -> KeyArgumentError {
    if case .file(let path, isMarked: false) = source, error.isMissing, !looksLikeFileName(path) {
      return .neitherFileNorPrefix
    }
    return .input(error)
  }

  /// Whether a word without a mark was surely meant as a path, so that an error may show it.
  private static func looksLikeFileName(_ word: String) -> Bool {
    if ["./", "../", "~/"].contains(where: { word.utf8.starts(with: $0.utf8) }) { return true }
    return fileNameEndings.contains { word.utf8.reversed().starts(with: $0.utf8.reversed()) }
  }

  /// Whether a word was surely meant as the name of a variable, so that an error may show it.
  private static func looksLikeVariable(_ word: String) -> Bool {
    word.utf8.count <= 64
      && word.utf8.allSatisfy {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
          || $0 == UInt8(ascii: "_")
      }
  }

  private static let fileNameEndings = [
    ".pem", ".key", ".pub", ".der", ".crt", ".cer", ".json", ".jwk", ".jwks", ".p8", ".txt",
    ".secret", ".bin",
  ]
}

// The bytes of a secret stay out of interpolation, `dump` and the debugger.
extension KeyArgument: CustomStringConvertible, CustomReflectable {
  /// The origin without the content.
  package var description: String {
    "key from \(origin)"
  }

  /// A mirror without children.
  package var customMirror: Mirror {
    Mirror(self, children: [])
  }
}
