import Glibc

/// Reads whole inputs, never more than the caller allows.
///
/// Pipes, FIFOs and devices are read as they come; what exceeds the limit is refused after at most
/// one byte more than the limit, and a regular file that is too large before the first one.
package enum InputReader {
  /// Whether standard input is a terminal, where waiting for input without a word is unfriendly.
  package static var standardInputIsTerminal: Bool {
    isatty(STDIN_FILENO) == 1
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: Any path that the system can open for reading; a directory is refused.
  ///   - limit: The most bytes to accept.
  /// - Throws: `InputError`.
  package static func read(file path: String, limit: Int) throws(InputError) -> [UInt8] {
    let descriptor = try open(file: path, waiting: true)
    defer { close(descriptor) }
    return try readAll(descriptor, .file(path), limit: limit)
  }

  /// Reads standard input to its end.
  ///
  /// - Throws: `InputError`.
  package static func readStandardInput(limit: Int) throws(InputError) -> [UInt8] {
    try readAll(STDIN_FILENO, .standardInput, limit: limit)
  }

  /// Reads an open file descriptor to its end and leaves it open.
  ///
  /// - Throws: `InputError`.
  package static func read(descriptor: Int32, limit: Int) throws(InputError) -> [UInt8] {
    try readAll(descriptor, .descriptor(descriptor), limit: limit)
  }

  /// Opens a file for reading.
  ///
  /// - Parameter waiting: whether a pipe that nobody writes to is waited for.
  /// - Throws: `InputError`.
  static func open(file path: String, waiting: Bool) throws(InputError) -> Int32 {
    let origin = try origin(ofFile: path)
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (waiting ? 0 : O_NONBLOCK)
    while true {
      let descriptor = unsafe Glibc.open(path, flags)
      if descriptor >= 0 { return descriptor }
      let error = SystemError.latest
      guard error.number == EINTR else { throw .unavailable(origin, error) }
    }
  }

  /// Refuses a file that could not be read, without opening it: a pipe would take that for a reader
  /// who goes away.
  ///
  /// - Throws: `InputError`.
  static func checkAccess(file path: String) throws(InputError) {
    let origin = try origin(ofFile: path)
    var facts = stat()
    guard unsafe access(path, R_OK) == 0, unsafe stat(path, &facts) == 0 else {
      throw .unavailable(origin, .latest)
    }
    guard facts.st_mode & S_IFMT != S_IFDIR else {
      throw .unavailable(origin, SystemError(number: EISDIR))
    }
  }

  /// Reads what there is, at most to the end of the buffer.
  ///
  /// - Returns: how many bytes; 0 at the end of the file.
  static func readSome(
    _ descriptor: Int32, _ origin: InputOrigin, into buffer: inout [UInt8], from start: Int
  ) throws(InputError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(
          descriptor, bytes.baseAddress.map { unsafe $0 + start }, bytes.count - start)
      }
      if count >= 0 { return count }
      try recover(from: .latest, descriptor, origin)
    }
  }

  /// Waits until there is something to read, or the end.
  ///
  /// - Returns: whether there is; `false` if the time is over.
  static func waits(for descriptor: Int32, milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&waiting, 1, milliseconds) > 0
  }

  /// The size of a regular file; `nil` for everything else.
  static func size(ofRegularFile descriptor: Int32) -> Int? {
    var facts = stat()
    return unsafe fstat(descriptor, &facts) == 0 ? size(facts) : nil
  }

  /// The size of a regular file by its path; `nil` for everything else, which is not opened.
  static func size(ofFile path: String) -> Int? {
    var facts = stat()
    return unsafe stat(path, &facts) == 0 ? size(facts) : nil
  }

  private static func size(_ facts: stat) -> Int? {
    facts.st_mode & S_IFMT == S_IFREG ? Int(facts.st_size) : nil
  }

  /// What errors about a file name.
  ///
  /// - Throws: `InputError` for a path with a NUL byte: the system would stop there and take some other
  ///   file.
  private static func origin(ofFile path: String) throws(InputError) -> InputOrigin {
    guard !path.utf8.contains(0) else {
      throw .unavailable(.file(path), SystemError(number: EINVAL))
    }
    return .file(path)
  }

  private static func readAll(
    _ descriptor: Int32, _ origin: InputOrigin, limit: Int
  ) throws(InputError) -> [UInt8] {
    let expected = size(ofRegularFile: descriptor) ?? 0
    guard expected <= limit else { throw .tooLarge(origin, limit: limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected)
    // Room for one byte more than a small file has, so that its end is seen at once.
    let chunkSize = expected > 0 ? min(expected + 1, 65_536) : 65_536
    var chunk = [UInt8](repeating: 0, count: chunkSize)
    while true {
      let wanted = min(chunk.count, limit - bytes.count + 1)
      let count = unsafe Glibc.read(descriptor, &chunk, wanted)
      if count == 0 { return bytes }
      if count < 0 {
        try recover(from: .latest, descriptor, origin)
        continue
      }
      guard bytes.count + count <= limit else { throw .tooLarge(origin, limit: limit) }
      bytes.append(contentsOf: chunk.prefix(count))
    }
  }

  private static func recover(
    from error: SystemError, _ descriptor: Int32, _ origin: InputOrigin
  ) throws(InputError) {
    switch error.number {
    case EINTR: return
    case EAGAIN:
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      _ = unsafe poll(&waiting, 1, -1)
    default: throw .unavailable(origin, error)
    }
  }
}
