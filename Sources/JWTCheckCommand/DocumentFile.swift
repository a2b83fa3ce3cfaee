import JWTValidation
import StrictCoding
import TokenReport

/// A JSON document that an option names: a file, or standard input for `-`.
struct DocumentFile {
  /// The content.
  let bytes: [UInt8]
  /// What to call it in an error.
  let name: String

  /// The most bytes that are read.
  private static let limit = 16 << 20

  /// Reads a document.
  init(
    _ path: String, option: String, _ standardInput: inout StandardInput
  ) throws(CommandFailure) {
    if path.utf8.elementsEqual("-".utf8) {
      name = "\(option) from standard input"
      bytes = try standardInput.read(option, limit: Self.limit)
      return
    }
    // `@` marks a file in the place of a token or key; somebody will write it here too.
    let path = path.pathBehindMark ?? path
    name = "\(InputOrigin.file(path))"
    do {
      bytes = try InputReader.read(file: path, limit: Self.limit)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The failure of a document that breaks a rule.
  ///
  /// - Parameters:
  ///   - offset: the byte to show, if there is one.
  ///   - hidesContent: whether letters and digits are shown as `x`, because the document may hold
  ///     credentials.
  func failure(
    _ error: some Worded, offset: Int?, hidesContent: Bool
  ) -> CommandFailure {
    let place = offset.map { sourcePlace(at: $0, hidesContent: hidesContent) }
    return CommandFailure(.unavailable, error, in: name, place: place)
  }

  /// A byte of the document, to be shown with what stands around it.
  func sourcePlace(at offset: Int, hidesContent: Bool) -> SourcePlace {
    SourcePlace(
      label: "in \(name)", text: hidesContent || mayBeKey ? bytes.map(Self.masked) : bytes,
      offset: offset)
  }

  /// Whether this may be a key or a token that was given by mistake, or holds one: no object, or one
  /// with a member that keys have.
  private var mayBeKey: Bool {
    let start = bytes.first { !isWhiteSpace($0) }
    return start != UInt8(ascii: "{")
      || ["\"kty\"", "\"k\"", "\"d\"", "PRIVATE KEY"].contains {
        bytes.span.contains($0.utf8.span)
      }
  }

  private static func masked(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: UInt8(ascii: "x")
    default: byte
    }
  }
}
