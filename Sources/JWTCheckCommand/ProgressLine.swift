import Glibc

/// One line on standard error that says how far long work is; nothing where no terminal is.
struct ProgressLine {
  private let isShown = isatty(STDERR_FILENO) == 1
  private var callCount = 0

  /// Calls between two changes of the line: a screen need not see each.
  private static let interval = 16

  /// Shows the text in the place of the last one, now and then.
  mutating func show(_ text: () -> String) {
    guard isShown else { return }
    callCount += 1
    if callCount % Self.interval == 1 { StandardError.write("\r\u{1B}[Kjwtcheck: \(text())") }
  }

  /// Takes the line away.
  func clear() {
    if isShown, callCount > 0 { StandardError.write("\r\u{1B}[K") }
  }
}
