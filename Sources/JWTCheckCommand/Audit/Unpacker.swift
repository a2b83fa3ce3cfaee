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

  private static let programs = [
    (ending: ".gz", name: "gzip"), (ending: ".zst", name: "zstd"),
  ]
  /// Absolute, because engines start programs without a search path, and nobody else's program must
  /// be found there.
  private static let folders = ["/usr/bin/", "/bin/", "/usr/local/bin/"]

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
