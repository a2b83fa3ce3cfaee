import Glibc

/// The system's own program that unpacks a file, and the pipe from it.
///
/// A program and not a library: the tool then needs no more than libcrypto, and what a hostile
/// archive does to the unpacker it does to another process.
struct Unpacker: Sendable {
  /// The end of the pipe that gives the text.
  let descriptor: Int32
  private let child: pid_t
  private let program: String
  private let path: String

  private static let programs: [(ending: String, name: String, start: [UInt8])] = [
    (".gz", "gzip", [0x1F, 0x8B]), (".zst", "zstd", [0x28, 0xB5, 0x2F, 0xFD]),
  ]
  /// Absolute, because engines start programs without a search path, and nobody else's program must
  /// be found there.
  private static let folders = ["/usr/bin/", "/bin/", "/usr/local/bin/"]

  /// Whether the name of a file says that it is packed.
  static func isPacked(_ path: String) -> Bool {
    programs.contains { path.utf8.hasEnding($0.ending) }
  }

  /// Starts the program for a file whose name says that it is packed.
  ///
  /// - Returns: `nil` for other files. Otherwise the file belongs to the program from now on.
  init?(_ path: String, reading file: Int32) throws(CommandFailure) {
    guard let kind = Self.programs.first(where: { path.utf8.hasEnding($0.ending) }) else {
      return nil
    }
    let name = kind.name
    defer { close(file) }
    program = name
    self.path = path
    guard let found = Self.folders.map({ $0 + name }).first(where: ChildProcess.isProgram)
    else {
      throw CommandFailure(
        .unavailable, "cannot unpack \(InputOrigin.file(path)): there is no \(name)",
        hint: "install it, or unpack the file first and pipe it in")
    }
    do {
      (child, descriptor) = try ChildProcess.start(found, "-dc", standardInput: file)
    } catch {
      throw CommandFailure(.unavailable, "cannot unpack \(InputOrigin.file(path)): \(error)")
    }
  }

  /// Refuses a text that is packed still, because its name does not say so or because it has none:
  /// its lines would be so many tokens that are none.
  static func check(_ text: Span<UInt8>, from origin: InputOrigin) throws(CommandFailure) {
    guard
      let kind = programs.first(where: { kind in
        text.count >= kind.start.count
          && kind.start.indices.allSatisfy { text[$0] == kind.start[$0] }
      })
    else { return }
    throw CommandFailure(
      .unavailable, "\(origin) is packed by \(kind.name)",
      hint: "pipe it through \(kind.name) -dc, or give it a name that ends in \(kind.ending)")
  }

  /// Waits for the end of the program, whose pipe has been closed.
  func finish() throws(CommandFailure) {
    let status = try? ChildProcess.wait(for: child)
    // 141 is what closing the pipe early does to it.
    guard let status, status == 0 || status == 141 else {
      throw CommandFailure(
        .unavailable,
        "\(program) could not unpack \(InputOrigin.file(path)) to its end")
    }
  }
}

extension String.UTF8View {
  /// Whether the text ends like this.
  func hasEnding(_ ending: String) -> Bool { suffix(ending.utf8.count).elementsEqual(ending.utf8) }
}
