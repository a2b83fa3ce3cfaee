import Glibc

/// A failed system call: the number from `errno`, printable in words.
package struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The value of `errno`, such as `ENOENT`.
  package let number: Int32

  /// Names a failure by its number.
  package init(number: Int32) {
    self.number = number
  }

  /// The failure of the system call that has just returned on this thread.
  static var latest: SystemError {
    SystemError(number: errno)
  }

  /// The reason in words, such as `no such file or directory`.
  package var description: String {
    guard let words = unsafe strerror(number) else { return "system error \(number)" }
    let text = unsafe String(cString: words)
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
