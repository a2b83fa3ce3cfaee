import Glibc

/// Standard error: everything that is not the result itself.
package enum StandardError {
  /// Prints an error as `jwtcheck: message`, followed by `hint: …` where there is one.
  package static func print(error message: String, hint: String? = nil) {
    write("jwtcheck: \(message)\n" + (hint.map { "hint: \($0)\n" } ?? ""))
  }

  /// Prints a warning, which does not change how the run ends.
  package static func print(warning message: String) {
    write("jwtcheck: warning: \(message)\n")
  }

  /// Writes a text as it is. A failure is dropped: there is nowhere left to report it.
  package static func write(_ text: String) {
    var buffer = OutputBuffer(descriptor: STDERR_FILENO)
    buffer.write(text)
    try? buffer.flush()
  }
}
