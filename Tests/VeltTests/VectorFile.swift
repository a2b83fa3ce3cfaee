import Foundation
import JOSE
import StrictCoding

/// A file of `TestVectors/velt`.
struct VectorFile {
  let bytes: [UInt8]

  init(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    bytes = Array(try Data(contentsOf: folder.appending(path: "TestVectors/velt/" + name)))
  }

  /// The members of each object in the file's list `vectors`.
  var vectors: [JSONObject] {
    get throws {
      let list = try required(JSONValue.parse(bytes).object?["vectors"]?.array, "vectors")
      return try list.map { try required($0.object, "an object") }
    }
  }
}

/// What a vector that is not as documented fails with.
struct VectorError: Error {
  let missing: String
}

func required<Value>(_ value: Value?, _ name: String) throws -> Value {
  guard let value else { throw VectorError(missing: name) }
  return value
}

extension JSONObject {
  func text(_ name: String) throws -> String { try required(self[name]?.string, name) }

  func optionalDate(_ name: String) throws -> NumericDate? {
    try self[name].map { try required($0.number.flatMap { NumericDate($0) }, name) }
  }

  func texts(_ name: String) throws -> [String] {
    try required(self[name]?.array, name).map { try required($0.string, name) }
  }

  /// The text of a member that is a document of its own.
  func document(_ name: String) -> [UInt8]? { self[name].map { Array($0.sourceText.utf8) } }
}

/// The claims of a test, written as JSON.
func claims(_ text: String) throws -> JSONObject {
  try required(try JSONValue.parse(Array(text.utf8)).object, text)
}
