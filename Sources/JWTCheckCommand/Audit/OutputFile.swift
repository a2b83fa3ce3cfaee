import Glibc

/// Files that a command writes.
enum OutputFile {
  /// Writes a whole file, or into the pipe or device of that name.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    try write(bytes, try open(path, keeping: nil))
  }

  /// Opens a file for writing, empty or with its first bytes kept.
  ///
  /// - Parameter count: how many bytes stay, which must be there.
  static func open(_ path: String, keeping count: Int64?) throws(CommandFailure) -> Int32 {
    guard let count else { return try open(path, flags: O_CREAT | O_TRUNC) }
    let descriptor = try open(path, flags: count == 0 ? O_CREAT : 0)
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0, Int64(facts.st_size) >= count else {
      close(descriptor)
      throw CommandFailure(
        .unavailable,
        "file \(ShownText.escaped(path)) is shorter than when the checkpoint was written")
    }
    // What was written after the checkpoint is written again.
    guard ftruncate(descriptor, Int(count)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
      let error = SystemError.latest
      close(descriptor)
      throw failure(path, error)
    }
    return descriptor
  }

  private static func open(_ path: String, flags: Int32) throws(CommandFailure) -> Int32 {
    guard !path.utf8.contains(0) else { throw failure(path, SystemError(number: EINVAL)) }
    let descriptor = unsafe Glibc.open(
      path, O_WRONLY | O_CLOEXEC | O_NOCTTY | flags, 0o666)
    guard descriptor >= 0 else { throw failure(path, .latest) }
    return descriptor
  }

  /// Refuses what could not be written later, without touching it.
  static func checkAccess(to path: String) throws(CommandFailure) {
    guard !path.utf8.contains(0) else { throw failure(path, SystemError(number: EINVAL)) }
    var facts = stat()
    if unsafe access(path, W_OK) == 0, unsafe stat(path, &facts) == 0 {
      guard facts.st_mode & S_IFMT != S_IFDIR else {
        throw failure(path, SystemError(number: EISDIR))
      }
      return
    }
    let error = SystemError.latest
    guard error.number == ENOENT else { throw failure(path, error) }
    guard unsafe access(parts(of: path).folder, W_OK | X_OK) == 0 else {
      throw failure(path, .latest)
    }
  }

  private static func failure(_ path: String, _ error: SystemError) -> CommandFailure {
    CommandFailure(.unavailable, "cannot write file \(ShownText.escaped(path)): \(error)")
  }

  /// The name of a file before it takes the place of another.
  static func temporary(for path: String) -> String { path + ".new" }

  /// Puts a file in the place of one of that name, so that there always is a whole one.
  static func replace(_ path: String, with bytes: [UInt8]) throws(CommandFailure) {
    let temporary = temporary(for: path)
    // What is left of a run that was killed goes, a link that somebody put there, too.
    remove(temporary)
    try write(bytes, try open(temporary, flags: O_CREAT | O_EXCL))
    guard unsafe rename(temporary, path) == 0 else { throw failure(path, .latest) }
  }

  /// Whether two names are of the same regular file, or would be if it were there: by what a file
  /// is, not by how it is written.
  static func areSame(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    let areThere = unsafe (stat(first, &one) == 0, stat(second, &other) == 0)
    if areThere == (true, true) {
      return one.st_mode & S_IFMT == S_IFREG && areSame(one, other)
    }
    guard areThere == (false, false) else { return false }
    let ((folder, name), (otherFolder, otherName)) = (parts(of: first), parts(of: second))
    return unsafe name == otherName && stat(folder, &one) == 0 && stat(otherFolder, &other) == 0
      && areSame(one, other)
  }

  private static func areSame(_ one: stat, _ other: stat) -> Bool {
    one.st_dev == other.st_dev && one.st_ino == other.st_ino
  }

  /// The folder of a path, and the name in it.
  private static func parts(of path: String) -> (folder: String, name: [UInt8]) {
    guard let end = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return (".", Array(path.utf8))
    }
    return (
      end == path.startIndex ? "/" : String(path[..<end]),
      Array(path.utf8[path.utf8.index(after: end)...])
    )
  }

  private static func write(_ bytes: [UInt8], _ descriptor: Int32) throws(CommandFailure) {
    var buffer = OutputBuffer(descriptor: descriptor)
    buffer.write(bytes)
    do { try buffer.flush() } catch {
      close(descriptor)
      throw CommandFailure(.internalFault, error.message ?? "nobody reads the file")
    }
    close(descriptor)
  }

  /// Removes a file, if it is there.
  static func remove(_ path: String) { _ = unsafe unlink(path) }
}
