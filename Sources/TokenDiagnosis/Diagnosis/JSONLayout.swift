import StrictCoding

/// One way of many to write the same JSON.
public struct JSONLayout: Equatable, Sendable {
  /// What stands between and around members.
  public enum Spacing: String, CaseIterable, Equatable, Sendable {
    /// Nothing.
    case compact
    /// A blank behind each comma and colon, as Python writes.
    case spaced
    /// Lines with two blanks for each level.
    case indented2 = "indented-2"
    /// Lines with four blanks for each level.
    case indented4 = "indented-4"
  }

  /// How strings are written.
  public enum Escaping: String, CaseIterable, Equatable, Sendable {
    /// As they stand in the text.
    case asReceived = "as-received"
    /// Only what must be.
    case minimal
    /// With `\/` for each slash, as PHP writes.
    case slashes
    /// With `\u` for everything that is not ASCII, as Python writes.
    case ascii
    /// With `\u` for `<`, `>` and `&`, as Go writes.
    case html
  }

  /// What stands between and around members.
  public let spacing: Spacing
  /// Whether members are in the order of their names.
  public let isSorted: Bool
  /// How strings are written.
  public let escaping: Escaping
  /// Whether a line feed follows.
  public let endsWithLineFeed: Bool

  /// Names a layout.
  public init(spacing: Spacing, isSorted: Bool, escaping: Escaping, endsWithLineFeed: Bool) {
    self.spacing = spacing
    self.isSorted = isSorted
    self.escaping = escaping
    self.endsWithLineFeed = endsWithLineFeed
  }

  /// Every layout, the simpler ones first.
  static let all: [JSONLayout] = [false, true].flatMap { endsWithLineFeed in
    [false, true].flatMap { isSorted in
      Escaping.allCases.flatMap { escaping in
        Spacing.allCases.map {
          JSONLayout(
            spacing: $0, isSorted: isSorted, escaping: escaping,
            endsWithLineFeed: endsWithLineFeed)
        }
      }
    }
  }

  /// The text of an object of these members, in their order.
  func text(of members: [JSONObject.Element]) -> [UInt8] {
    var output: [UInt8] = []
    write(members, level: 0, to: &output)
    return output
  }

  /// The text of a value in this layout.
  func text(of value: JSONValue) -> [UInt8] {
    var output: [UInt8] = []
    write(value, level: 0, to: &output)
    if endsWithLineFeed { output.append(0x0A) }
    return output
  }

  private func write(_ value: JSONValue, level: Int, to output: inout [UInt8]) {
    if let object = value.object {
      let members =
        isSorted
        ? object.sorted { $0.nameBytes.lexicographicallyPrecedes($1.nameBytes) }
        : Array(object)
      write(members, level: level, to: &output)
    } else if let array = value.array {
      writeList("[", "]", array, level, &output) { element, output in
        write(element, level: level + 1, to: &output)
      }
    } else if let bytes = value.stringBytes {
      writeString(bytes, asReceived: value.sourceText, to: &output)
    } else {
      output += Array(value.sourceText.utf8)
    }
  }

  private func write(
    _ members: [JSONObject.Element], level: Int, to output: inout [UInt8]
  ) {
    writeList("{", "}", members, level, &output) { member, output in
      writeString(member.nameBytes, asReceived: nil, to: &output)
      output += Array((spacing == .compact ? ":" : ": ").utf8)
      write(member.value, level: level + 1, to: &output)
    }
  }

  private func writeList<Item>(
    _ open: String, _ close: String, _ items: [Item], _ level: Int, _ output: inout [UInt8],
    _ writeItem: (Item, inout [UInt8]) -> Void
  ) {
    output += Array(open.utf8)
    for (index, item) in items.enumerated() {
      if index > 0 { output += Array((spacing == .spaced ? ", " : ",").utf8) }
      breakLine(level + 1, &output)
      writeItem(item, &output)
    }
    if !items.isEmpty { breakLine(level, &output) }
    output += Array(close.utf8)
  }

  private func breakLine(_ level: Int, _ output: inout [UInt8]) {
    let width = spacing == .indented2 ? 2 : spacing == .indented4 ? 4 : 0
    guard width > 0 else { return }
    output.append(0x0A)
    output += repeatElement(0x20, count: width * level)
  }

  private func writeString(
    _ bytes: [UInt8], asReceived text: String?, to output: inout [UInt8]
  ) {
    if escaping == .asReceived, let text {
      output += Array(text.utf8)
      return
    }
    output.append(UInt8(ascii: "\""))
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      output += escape(scalar).map { Array($0.utf8) } ?? Array(String(scalar).utf8)
    }
    output.append(UInt8(ascii: "\""))
  }

  private func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    case "\u{8}": "\\b"
    case "\u{C}": "\\f"
    case "/" where escaping == .slashes: "\\/"
    case "<" where escaping == .html, ">" where escaping == .html, "&" where escaping == .html:
      Self.unicodeEscapes(scalar)
    case _ where scalar.value < 0x20: Self.unicodeEscapes(scalar)
    case _ where scalar.value > 0x7E && [.ascii, .slashes].contains(escaping):
      Self.unicodeEscapes(scalar)
    default: nil
    }
  }

  private static func unicodeEscapes(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }.joined()
  }
}
