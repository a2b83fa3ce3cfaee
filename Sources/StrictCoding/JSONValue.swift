/// One value inside a JSON text that has passed every rule: a view, not a copy.
///
/// It keeps the text alive and remembers where in it the value lies. Strings, numbers and members
/// are made when asked for; member order and the digits of numbers are those of the text.
public struct JSONValue: Sendable {
  /// The six kinds of RFC 8259 §3 (`true` and `false` are one).
  public enum Kind: String, Equatable, Sendable {
    case object, array, string, number, boolean, null

    /// The kind of an accepted value, which its first byte tells.
    init(firstByte: UInt8) {
      self =
        switch firstByte {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
        case UInt8(ascii: "n"): .null
        default: .number
        }
    }
  }

  /// The text that holds the value, and perhaps more than it.
  let storage: [UInt8]
  /// Where the value lies in the text the caller gave, in bytes.
  public let range: Range<Int>

  /// Makes a view of a range that the scanner has accepted.
  init(storage: [UInt8], range: Range<Int>) {
    self.storage = storage
    self.range = range
  }

  /// Reads a JSON text.
  ///
  /// - Throws: `JSONError` with the offset of the first byte that breaks a rule.
  public static func parse(
    _ text: [UInt8], limits: JSONLimits = .default
  ) throws(JSONError) -> JSONValue {
    guard text.count <= limits.maximumByteCount else {
      throw JSONError(.tooLarge(limit: limits.maximumByteCount), offset: limits.maximumByteCount)
    }
    let range = try scanning(text, 0..<text.count, limits.maximumDepth) {
      (scanner: inout JSONScanner) throws(JSONError) in try scanner.scanDocument()
    }
    return JSONValue(storage: text, range: range)
  }

  /// What kind of value this is.
  public var kind: Kind { Kind(firstByte: firstByte) }

  /// Whether this is `null`.
  public var isNull: Bool { kind == .null }

  /// `true` or `false`, or `nil` if this is neither.
  public var boolean: Bool? { kind == .boolean ? firstByte == UInt8(ascii: "t") : nil }

  /// The number, or `nil` if this is none.
  public var number: JSONNumber? {
    kind == .number ? JSONNumber(scanned: storage.span.extracting(range)) : nil
  }

  /// The value of a whole number of at most 18 digits without fraction or exponent, read without
  /// making anything; `nil` says nothing about other numbers.
  package var plainInteger: Int64? { JSONText.plainInteger(storage, range) }

  /// The text of the string with its escape sequences resolved, or `nil` if this is no string.
  ///
  /// Compare protocol text with `isString(_:)` instead: `String` equality joins different
  /// sequences of code points.
  public var string: String? {
    guard kind == .string else { return nil }
    return JSONText.string(storage, range.lowerBound + 1..<range.upperBound - 1)
  }

  /// The UTF-8 bytes of the string with its escape sequences resolved, or `nil` if this is none.
  public var stringBytes: [UInt8]? {
    guard kind == .string else { return nil }
    return JSONText.unescaped(storage, range.lowerBound + 1..<range.upperBound - 1)
  }

  /// Whether this is a string of exactly these bytes of UTF-8.
  public func isString(_ text: some Sequence<UInt8>) -> Bool {
    text.withSpan { isString(utf8: $0) }
  }

  /// Whether this is a string of exactly these bytes of UTF-8.
  package func isString(utf8 text: Span<UInt8>) -> Bool {
    guard kind == .string else { return false }
    return JSONText.isEqual(storage, range.lowerBound + 1..<range.upperBound - 1, to: text)
  }

  /// Whether this is a string of exactly these code points.
  public func isString(_ text: String) -> Bool { isString(text.utf8) }

  /// The members of the object in their order, or `nil` if this is no object.
  public var object: JSONObject? {
    guard kind == .object else { return nil }
    return JSONObject(checked: storage, range: range)
  }

  /// The elements of the array in their order, or `nil` if this is no array.
  public var array: [JSONValue]? {
    guard kind == .array else { return nil }
    var elements: [JSONValue] = []
    Self.forEachElement(in: storage, range) {
      elements.append(JSONValue(storage: storage, range: $0))
    }
    return elements
  }

  /// Tells where the elements of an array lie, in their order; `range` must be one that has been
  /// accepted.
  static func forEachElement(
    in text: [UInt8], _ range: Range<Int>, _ body: (Range<Int>) -> Void
  ) {
    let start = range.lowerBound
    // The text has been accepted, so reading a part of it again cannot fail.
    try? scanning(text, range, JSONLimits.deepest) {
      (scanner: inout JSONScanner) throws(JSONError) in
      try scanner.scanElements { body($0.lowerBound + start..<$0.upperBound + start) }
    }
  }

  /// The characters of the value exactly as they stand in the text.
  public var sourceText: String { String(decoding: storage[range], as: UTF8.self) }

  private var firstByte: UInt8 { range.isEmpty ? 0 : storage[range.lowerBound] }

  /// Runs a scanner over part of a text; `range` must lie inside it.
  static func scanning<Result>(
    _ text: [UInt8], _ range: Range<Int>, _ maximumDepth: Int,
    _ body: (inout JSONScanner) throws(JSONError) -> Result
  ) throws(JSONError) -> Result {
    try unsafe text.span.extracting(range).withUnsafeBytes { (bytes) throws(JSONError) in
      guard let base = bytes.baseAddress else { throw JSONError(.empty, offset: 0) }
      return try unsafe withUnsafeTemporaryAllocation(
        of: JSONMemberRange.self, capacity: JSONMemberStack.usualCapacity
      ) { (room) throws(JSONError) in
        var scanner = unsafe JSONScanner(
          base: base, count: bytes.count, maximumDepth: maximumDepth, room: room)
        return try body(&scanner)
      }
    }
  }
}

extension JSONValue: CustomStringConvertible, CustomReflectable {
  /// The value as it stands in the text.
  public var description: String { sourceText }

  /// Only the value itself: the text around it may hold what the caller did not ask to see.
  public var customMirror: Mirror { Mirror(self, children: ["sourceText": sourceText]) }
}
