import Glibc

/// What is known about the place where text appears.
package struct Terminal: Equatable, Sendable {
  /// The width that is assumed where none can be asked for.
  package static let fallbackWidth = 80

  /// Whether the descriptor is a terminal.
  package let isTerminal: Bool
  /// The width in columns.
  package let width: Int
  /// Whether escape sequences for colour and bold may be written.
  package let usesColor: Bool

  /// States the facts directly.
  package init(isTerminal: Bool, width: Int, usesColor: Bool) {
    self.isTerminal = isTerminal
    self.width = width
    self.usesColor = usesColor
  }

  /// Asks the system about a file descriptor, by default standard output.
  package init(
    descriptor: Int32 = STDOUT_FILENO, color: ColorMode = .auto, environment: Environment = .process
  ) {
    isTerminal = isatty(descriptor) == 1
    width = Self.width(of: descriptor)
    usesColor = Self.usesColor(color, isTerminal: isTerminal, environment: environment)
  }

  /// Decides about colour: an option beats the environment, and the environment beats the terminal.
  ///
  /// `NO_COLOR` counts when it is set and not empty; `CLICOLOR_FORCE` when it is neither empty
  /// nor `0`; `TERM=dumb` marks a terminal that cannot.
  package static func usesColor(
    _ mode: ColorMode, isTerminal: Bool, environment: Environment
  ) -> Bool {
    switch mode {
    case .always: return true
    case .never: return false
    case .auto:
      if environment.isNonEmpty("NO_COLOR") { return false }
      if environment.isNonEmpty("CLICOLOR_FORCE"), environment["CLICOLOR_FORCE"] != Array("0".utf8)
      {
        return true
      }
      return isTerminal && environment["TERM"] != Array("dumb".utf8)
    }
  }

  /// The text in bold where that is allowed, unchanged otherwise.
  package func bold(_ text: String) -> String {
    usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    let isKnown = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : fallbackWidth
  }
}
