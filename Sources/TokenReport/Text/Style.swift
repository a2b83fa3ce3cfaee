/// How text may be set off, decided by whoever knows the terminal.
public struct Style: Equatable, Sendable {
  /// Whether escape sequences for colour and bold may be written.
  public let usesColor: Bool
  /// The columns that are there.
  public let width: Int

  /// States what may be used.
  public init(usesColor: Bool, width: Int) {
    self.usesColor = usesColor
    self.width = max(40, width)
  }

  /// 80 columns without colour, for logs and files.
  public static let plain = Style(usesColor: false, width: 80)

  /// What a piece of text is, and so how it is set off.
  enum Role: String {
    case heading = "1"
    case good = "32"
    case bad = "1;31"
    case caution = "33"
    case faint = "2"
  }

  func set(_ text: String, _ role: Role) -> String {
    usesColor ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }
}
