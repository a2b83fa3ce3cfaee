import Foundation
import StrictCoding

/// The outside vectors, where `JWTCHECK_VECTORS` names their folder.
let vectorFolder = ProcessInfo.processInfo.environment["JWTCHECK_VECTORS"]

/// What a file that is not as its publisher documents it fails with.
struct OutsideVectorError: Error {
  let missing: String
}

/// Reads the outside vectors, which are never copied into this project.
enum OutsideVectors {
  /// A file or folder by its path below the folder of all vectors.
  static func url(_ path: String) throws -> URL {
    guard let vectorFolder else { throw OutsideVectorError(missing: "JWTCHECK_VECTORS") }
    return URL(filePath: vectorFolder).appending(path: path)
  }

  /// The bytes of a file.
  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: url(path)))
  }

  /// The object that a file holds.
  static func object(_ path: String) throws -> JSONObject {
    try needed(JSONValue.parse(bytes(path), limits: .file).object, "an object in \(path)")
  }

  /// The names of the files in a folder, sorted.
  static func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url(path).path()).sorted()
  }
}

/// The value, or a failure that names what is missing.
func needed<Value>(_ value: Value?, _ name: String) throws -> Value {
  guard let value else { throw OutsideVectorError(missing: name) }
  return value
}

extension JSONObject {
  /// The text of a member that must be there.
  func text(_ name: String) throws -> String { try needed(self[name]?.string, name) }

  /// The whole number of a member that must be there.
  func count(_ name: String) throws -> Int {
    try needed(self[name]?.number?.integer(as: Int.self), name)
  }

  /// The object of a member that must be there.
  func object(_ name: String) throws -> JSONObject { try needed(self[name]?.object, name) }

  /// The objects of a list that must be there.
  func objects(_ name: String) throws -> [JSONObject] {
    try needed(self[name]?.array, name).map { try needed($0.object, name) }
  }

  /// The bytes of a member that is written in hexadecimal digits.
  func hex(_ name: String) throws -> [UInt8] {
    let digits = try text(name).utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count.isMultiple(of: 2) else { throw OutsideVectorError(missing: name) }
    return try stride(from: 0, to: digits.count, by: 2).map {
      UInt8(try needed(digits[$0], name) << 4 | needed(digits[$0 + 1], name))
    }
  }
}
