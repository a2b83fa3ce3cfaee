import StrictCoding
import VectorSupport

/// One row of `TestVectors/policy/files.json`.
struct PolicyVector {
  let name: String
  let text: [UInt8]
  let code: String?
  let pointer: String?
  let offset: Int?
  /// Whether what is wrong is nothing that a schema could say.
  let isBeyondSchema: Bool

  /// All rows.
  static func all() throws -> [PolicyVector] {
    try VectorFile("policy/files.json").namedVectors.map { row in
      PolicyVector(
        name: try row.text("name"), text: Array(try row.text("text").utf8),
        code: row["expect"]?.string, pointer: row["pointer"]?.string,
        offset: try row.optionalCount("offset"),
        isBeyondSchema: row["beyondSchema"]?.boolean ?? false)
    }
  }
}
