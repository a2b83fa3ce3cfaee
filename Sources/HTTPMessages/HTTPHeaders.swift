/// Header fields in their order; names are compared without regard to the case of ASCII letters.
public struct HTTPHeaders: Sendable, ExpressibleByDictionaryLiteral {
  /// All fields as they were received.
  public private(set) var fields: [(name: String, value: String)]

  /// Header fields, in this order.
  public init(_ fields: [(name: String, value: String)]) { self.fields = fields }

  /// Header fields, in this order.
  public init(dictionaryLiteral elements: (String, String)...) {
    fields = elements.map { ($0, $1) }
  }

  /// Every value of a field, in the order of the fields.
  public func values(of name: String) -> [String] {
    fields.filter { Self.isSame($0.name, name) }.map(\.value)
  }

  /// The value of a field that must stand there once; `nil` if it is absent or repeated.
  public subscript(name: String) -> String? {
    var found: String?
    for field in fields where Self.isSame(field.name, name) {
      guard found == nil else { return nil }
      found = field.value
    }
    return found
  }

  /// Adds a field behind the others.
  public mutating func append(_ name: String, _ value: String) { fields.append((name, value)) }

  /// The media type of `Content-Type` in lower case and without parameters; `nil` if the field is
  /// absent or repeated.
  public var mediaType: String? {
    guard let value = self["content-type"] else { return nil }
    var type = value.utf8.prefix { $0 != UInt8(ascii: ";") }.map(Self.lowercased)
    while let last = type.last, Self.isBlank(last) { type.removeLast() }
    return String(decoding: type.drop(while: Self.isBlank), as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count
      && zip(left.utf8, right.utf8).allSatisfy { lowercased($0) == lowercased($1) }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
