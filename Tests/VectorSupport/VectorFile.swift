public import Foundation
public import JOSE
public import StrictCoding

/// A file of `TestVectors`.
public struct VectorFile {
  /// The content.
  public let bytes: [UInt8]

  /// The folder `TestVectors` of this checkout.
  public static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "TestVectors")

  /// Reads a file by its path below `TestVectors`.
  public init(_ path: String) throws {
    bytes = Array(try Data(contentsOf: Self.folder.appending(path: path)))
  }

  /// The members of each object in the file's list `vectors`.
  public var vectors: [JSONObject] {
    get throws {
      let list = try required(
        JSONValue.parse(bytes, limits: .file).object?["vectors"]?.array, "vectors")
      return try list.map { try required($0.object, "an object") }
    }
  }
}

/// What a vector that is not as documented fails with.
public struct VectorError: Error {
  /// What is not there.
  public let missing: String

  /// Names what is missing.
  public init(missing: String) { self.missing = missing }
}

/// The value, or a failure that names what is missing.
public func required<Value>(_ value: Value?, _ name: String) throws -> Value {
  guard let value else { throw VectorError(missing: name) }
  return value
}

extension JSONObject {
  /// The text of a member that must be there.
  public func text(_ name: String) throws -> String { try required(self[name]?.string, name) }

  /// The time of a member, if it is there.
  public func optionalDate(_ name: String) throws -> NumericDate? {
    try self[name].map { try required($0.number.flatMap { NumericDate($0) }, name) }
  }

  /// The texts of a list that must be there.
  public func texts(_ name: String) throws -> [String] {
    try required(self[name]?.array, name).map { try required($0.string, name) }
  }

  /// The text of a member that is a document of its own.
  public func document(_ name: String) -> [UInt8]? {
    self[name].map { Array($0.sourceText.utf8) }
  }
}
