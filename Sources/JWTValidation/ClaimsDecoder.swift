/// Decodes JSON into `Decodable` types without Foundation.
///
/// Numbers are exact or refused: a fraction never becomes an integer, and nothing is rounded into a
/// type that cannot hold it. Errors name types and places, never values.
struct ClaimsDecoder: Decoder {
  let value: JSONValue
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static func decode<Claims: Decodable>(
    _ type: Claims.Type, from object: JSONObject
  ) throws -> Claims {
    try ClaimsDecoder(value: JSONValue(object), codingPath: []).decode(type)
  }

  func decode<Decoded: Decodable>(_ type: Decoded.Type) throws -> Decoded {
    // Foundation's Date would read the number as seconds since 2001: a silent error of 31 years.
    if Self.namesOfDate.contains(String(reflecting: type)) {
      throw mismatch(type, "declare the member as NumericDate or as a number")
    }
    if type == NumericDate.self, let date = try numericDate() as? Decoded { return date }
    do {
      return try Decoded(from: self)
    } catch DecodingError.dataCorrupted(let context) where Self.quotesValues(type) {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: context.codingPath, debugDescription: "no value of \(type)"))
    }
  }

  private static let namesOfDate = ["Foundation.Date", "FoundationEssentials.Date"]

  /// Whether the errors of the type are the standard library's, which quote what they refuse: those
  /// of enumerations with raw values and of its own types, such as ranges.
  private static func quotesValues(_ type: Any.Type) -> Bool {
    type is any RawRepresentable.Type || String(reflecting: type).hasPrefix("Swift.")
  }

  private func numericDate() throws -> NumericDate {
    do {
      return try TimeClaim.read(value, claim: codingPath.last?.stringValue ?? "")
    } catch {
      throw mismatch(NumericDate.self, error.code)
    }
  }

  func mismatch(_ type: Any.Type, _ detail: String = "") -> DecodingError {
    .typeMismatch(
      type,
      DecodingError.Context(
        codingPath: codingPath,
        debugDescription: "expected \(type), found \(value.kind.rawValue)"
          + (detail.isEmpty ? "" : "; " + detail)))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let object = value.object else { throw mismatch([String: Any].self) }
    return KeyedDecodingContainer(KeyedClaims<Key>(object: object, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let elements = value.array else { throw mismatch([Any].self) }
    return UnkeyedClaims(elements: elements, codingPath: codingPath)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }
}

extension ClaimsDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { value.isNull }

  func decode(_ type: Bool.Type) throws -> Bool {
    guard let boolean = value.boolean else { throw mismatch(type) }
    return boolean
  }

  func decode(_ type: String.Type) throws -> String {
    guard let string = value.string else { throw mismatch(type) }
    return string
  }

  func decode(_ type: Double.Type) throws -> Double {
    guard let double = value.number?.double else { throw mismatch(type) }
    return double
  }

  func decode(_ type: Float.Type) throws -> Float {
    let narrowed = Float(try decode(Double.self))
    guard narrowed.isFinite else { throw mismatch(type) }
    return narrowed
  }

  private func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
    guard let integer = value.number?.integer(as: type) else { throw mismatch(type) }
    return integer
  }

  func decode(_ type: Int.Type) throws -> Int { try integer(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }
}
