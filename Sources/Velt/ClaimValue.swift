public import StrictCoding

/// A value that was asked for or found in a token, kept so that a report can show it.
///
/// User IDs and addresses are personal data, so interpolation and `dump` print `<redacted>`; a
/// report that shows them says `revealed`. Values are equal if their type and bytes are.
public struct ClaimValue: Hashable, Sendable {
  /// The JSON type.
  public let kind: JSONValue.Kind
  /// The text of a string, or the characters of any other value.
  let bytes: [UInt8]

  /// A text.
  public init(_ text: String) {
    kind = .string
    bytes = Array(text.utf8)
  }

  /// `true` or `false`.
  public init(_ flag: Bool) {
    kind = .boolean
    bytes = Array((flag ? "true" : "false").utf8)
  }

  /// A value as it was received.
  public init(_ value: JSONValue) {
    kind = value.kind
    bytes = value.stringBytes ?? Array(value.sourceText.utf8)
  }

  /// The value itself, for reports: text without quotes, other values as they were written.
  public var revealed: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the values are texts that differ in the case of ASCII letters only.
  func differsInLetterCase(from other: ClaimValue) -> Bool {
    kind == .string && other.kind == .string && bytes != other.bytes
      && bytes.map(Self.lowercased) == other.bytes.map(Self.lowercased)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}

extension ClaimValue: CustomStringConvertible, CustomReflectable {
  /// Never the value.
  public var description: String { "<redacted>" }
  /// Never the value.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
