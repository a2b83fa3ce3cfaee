public import StrictCoding

/// A value and where in the claims it was found.
public struct ClaimPlace: Equatable, Sendable {
  /// The way to the value from the top of the claims.
  public let pointer: JSONPointer
  /// The value, of whatever type.
  public let value: ClaimValue
  /// The JSON type that a value must have in this place.
  public let expected: JSONValue.Kind
  /// Where in the JSON text the value starts, in bytes.
  let offset: Int

  init(_ pointer: JSONPointer, _ value: JSONValue, expected: JSONValue.Kind) {
    self.pointer = pointer
    self.value = ClaimValue(value)
    self.expected = expected
    offset = value.range.lowerBound
  }

  /// Whether the value has the type it must have.
  var isUsable: Bool { value.kind == expected }
}
