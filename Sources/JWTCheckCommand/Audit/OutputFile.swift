import Glibc

/// Files that a command writes.
enum OutputFile {
  /// Opens a file for writing, empty or with its first bytes kept.
  ///
  /// - Parameter count: how many bytes stay, which must be there.
  static func open(_ path: String, keeping count: Int64?) throws(CommandFailure) -> Int32 {
    let name = ShownText.escaped(path)
    guard !path.utf8.contains(0) else {
      throw CommandFailure(
        .unavailable, "cannot write file \(name): \(SystemError(number: EINVAL))")
    }
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY | (count == nil ? O_TRUNC : 0)
    let descriptor = unsafe Glibc.open(path, flags, 0o666)
    guard descriptor >= 0 else {
      throw CommandFailure(.unavailable, "cannot write file \(name): \(SystemError.latest)")
    }
    guard let count else { return descriptor }
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0, Int64(facts.st_size) >= count else {
      close(descriptor)
      throw CommandFailure(
        .unavailable, "file \(name) is shorter than when the checkpoint was written")
    }
    // What was written after the checkpoint is written again.
    guard ftruncate(descriptor, Int(count)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
      let error = SystemError.latest
      close(descriptor)
      throw CommandFailure(.unavailable, "cannot write file \(name): \(error)")
    }
    return descriptor
  }

  /// Puts a file in the place of one of that name, so that there always is a whole one.
  static func replace(_ path: String, with bytes: [UInt8]) throws(CommandFailure) {
    let temporary = path + ".new"
    let descriptor = try open(temporary, keeping: nil)
    var buffer = OutputBuffer(descriptor: descriptor)
    buffer.write(bytes)
    do { try buffer.flush() } catch {
      close(descriptor)
      throw CommandFailure(.unavailable, error.message ?? "nobody reads the file")
    }
    close(descriptor)
    guard unsafe rename(temporary, path) == 0 else {
      throw CommandFailure(
        .unavailable, "cannot write file \(ShownText.escaped(path)): \(SystemError.latest)")
    }
  }

  /// Removes a file, if it is there.
  static func remove(_ path: String) { _ = unsafe unlink(path) }
}
