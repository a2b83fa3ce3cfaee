public import StrictCoding

extension VectorFile {
  /// The vectors, each of which must have a name of its own: a failure is reported by name.
  public var namedVectors: [JSONObject] {
    get throws {
      let vectors = try vectors
      var names: Set<[UInt8]> = []
      for vector in vectors where !names.insert(Array(try vector.text("name").utf8)).inserted {
        throw VectorError(missing: "a name that is not used twice: \(try vector.text("name"))")
      }
      return vectors
    }
  }
}

extension Sequence<JSONObject> {
  /// Every code that a vector expects.
  public var expectedCodes: Set<String> { Set(compactMap { $0["expect"]?.string }) }
}

extension JSONObject {
  /// The bytes of the input, which is the member `text`, or `hex` where it is no Unicode text.
  public func input() throws -> [UInt8] {
    try self["hex"] == nil ? Array(text("text").utf8) : hex("hex")
  }

  /// The bytes of a member that is written in hexadecimal digits.
  public func hex(_ name: String) throws -> [UInt8] {
    let digits = try text(name).map { try required($0.hexDigitValue, name) }
    guard digits.count.isMultiple(of: 2) else { throw VectorError(missing: name) }
    return stride(from: 0, to: digits.count, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }

  /// The object of a member that must be there.
  public func object(_ name: String) throws -> JSONObject { try required(self[name]?.object, name) }

  /// The whole number of a member, if it is there.
  public func optionalCount(_ name: String) throws -> Int? {
    guard let value = self[name], !value.isNull else { return nil }
    return try required(value.number?.integer(as: Int.self), name)
  }
}
