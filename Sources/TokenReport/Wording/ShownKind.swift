package import StrictCoding

extension JSONValue.Kind {
  /// The kind with its article: `an object`.
  package var words: String {
    switch self {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .boolean: "true or false"
    case .null: "null"
    }
  }

  /// The kind of a value that is there, of which more is known than that it must be one of two.
  var foundWords: String { self == .boolean ? "a boolean" : words }
}
