import Glibc

/// Collects output and hands it to a file descriptor when told to.
///
/// One buffer and one `write(2)` for a whole answer: a result is never half shown because a later
/// step failed, and nothing waits in a buffer of libc when the process ends.
package struct OutputBuffer: TextOutputStream, Sendable {
  /// The file descriptor that `flush` writes to.
  package let descriptor: Int32
  /// What has been collected and not yet written.
  package private(set) var bytes: [UInt8] = []

  /// An empty buffer, by default for standard output.
  package init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
  }

  /// Adds a text as UTF-8.
  package mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Adds bytes as they are.
  package mutating func write(_ more: [UInt8]) {
    bytes.append(contentsOf: more)
  }

  /// Writes everything collected so far and empties the buffer.
  ///
  /// A signal, a short write or a descriptor that would block does not lose bytes. When the reader
  /// of a pipe is gone, `SIGPIPE` normally ends the process; where a parent had it ignored, the
  /// error says so and the caller ends quietly.
  ///
  /// - Throws: `OutputError`.
  package mutating func flush() throws(OutputError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes[written...].withUnsafeBytes { rest in
        unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 {
        written += count
      } else {
        try recover(from: .latest)
      }
    }
    bytes.removeAll(keepingCapacity: true)
  }

  private func recover(from error: SystemError) throws(OutputError) {
    switch error.number {
    case EINTR: return
    case EAGAIN:
      var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = unsafe poll(&waiting, 1, -1)
    case EPIPE: throw .readerGone
    default: throw .failed(error)
    }
  }
}
