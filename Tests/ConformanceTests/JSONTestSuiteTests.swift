import Foundation
import StrictCoding
import Testing

/// The outside vectors, where `JWTCHECK_VECTORS` names their folder.
let vectorFolder = ProcessInfo.processInfo.environment["JWTCHECK_VECTORS"]

@Suite("JSONTestSuite", .enabled(if: vectorFolder != nil, "JWTCHECK_VECTORS is not set"))
struct JSONTestSuiteTests {
  /// Texts that RFC 8259 allows and this library refuses: a name that stands twice lets two readers
  /// of one signed text see two values (RFC 7515 §4, RFC 8725 §2.4).
  static let deliberatelyRefused = [
    "y_object_duplicated_key.json": "json.duplicate-member",
    "y_object_duplicated_key_and_value.json": "json.duplicate-member",
  ]

  @Test("every y_ text is read and every n_ text is refused")
  func verdicts() throws {
    let folder = URL(filePath: try #require(vectorFolder)).appending(
      path: "JSONTestSuite/test_parsing")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    var wrong: [String] = []
    var count = 0
    for name in names.sorted() where name.hasPrefix("y_") || name.hasPrefix("n_") {
      count += 1
      var code: String?
      do throws(JSONError) {
        _ = try JSONValue.parse(
          [UInt8]((try? Data(contentsOf: folder.appending(path: name))) ?? Data()))
      } catch {
        code = error.code
      }
      let isRight =
        if let refusal = Self.deliberatelyRefused[name] { code == refusal } else {
          (code == nil) == name.hasPrefix("y_")
        }
      if !isRight { wrong.append("\(name): \(code ?? "accepted")") }
    }
    #expect(wrong == [])
    #expect(count > 250)
  }
}
