/// Writes a `JSONTree` as text.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let style: JSONTree.Style
  private var depth = 0

  init(style: JSONTree.Style) { self.style = style }

  mutating func write(_ tree: JSONTree) {
    switch tree {
    case .object(let members):
      writeList("{", "}", members) { writer, member in
        writer.writeName(Array(member.name.utf8))
        writer.write(member.value)
      }
    case .array(let elements): writeList("[", "]", elements) { $0.write($1) }
    case .string(let text): writeString(Array(text.utf8))
    case .integer(let value): bytes += Array(String(value).utf8)
    case .boolean(let value): bytes += Array((value ? "true" : "false").utf8)
    case .null: bytes += Array("null".utf8)
    case .received(let value): write(value)
    }
  }

  private mutating func write(_ value: JSONValue) {
    if let object = value.object {
      writeList("{", "}", object) { writer, member in
        writer.writeName(member.nameBytes)
        writer.write(member.value)
      }
    } else if let array = value.array {
      writeList("[", "]", array) { $0.write($1) }
    } else if let text = value.stringBytes {
      writeString(text)
    } else {
      bytes += value.storage[value.range]
    }
  }

  private mutating func writeList<Items: Collection>(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ items: Items,
    _ writeItem: (inout JSONWriter, Items.Element) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    depth += 1
    var isFirst = true
    for item in items {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      breakLine()
      writeItem(&self, item)
    }
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(UInt8(ascii: close))
  }

  private mutating func breakLine() {
    guard style == .indented else { return }
    bytes.append(0x0A)
    bytes += repeatElement(0x20, count: 2 * depth)
  }

  private mutating func writeName(_ name: [UInt8]) {
    writeString(name)
    bytes.append(UInt8(ascii: ":"))
    if style == .indented { bytes.append(0x20) }
  }

  private mutating func writeString(_ text: [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    JSONEscape.append(text, to: &bytes, escaping: [UInt8(ascii: "\""), UInt8(ascii: "\\")])
    bytes.append(UInt8(ascii: "\""))
  }
}
