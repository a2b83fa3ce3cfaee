import Foundation
import PolicyFile
import StrictCoding
import Testing
import VectorSupport

@Suite("files.json")
struct FormatTests {
  @Test("every file is read, or the error names the member and the byte")
  func vectors() throws {
    var wrong: [String] = []
    for vector in try PolicyVector.all() {
      let error = Self.error(vector.text)
      if error?.code != vector.code || error?.pointer.description != vector.pointer
        || error?.offset != vector.offset
      {
        let found = error.map { "\($0.code) \($0.pointer) \($0.offset)" } ?? "read"
        wrong.append("\(vector.name): \(found)")
      }
    }
    #expect(wrong == [])
  }

  @Test("every code that reading a policy can give has a vector")
  func codes() throws {
    let source = VectorFile.folder.deletingLastPathComponent()
      .appending(path: "Sources/PolicyFile/PolicyFileError.swift")
    let text = try String(contentsOf: source, encoding: .utf8)
    // Programs that ask for one policy get this one; see ReadingTests.
    let declared = Set(text.matches(of: /"(policy\.[a-z-]+)"/).map { String($0.1) })
      .subtracting(["policy.several-issuers"])
    let expected = Set(try PolicyVector.all().compactMap(\.code))
    #expect(declared.subtracting(expected).sorted() == [])
    #expect(declared.count > 10)
  }

  @Test("the schema says the same of every file, where a schema can")
  func schema() throws {
    let schema = try SchemaCheck()
    var wrong: [String] = []
    for vector in try PolicyVector.all() {
      guard let value = try? JSONValue.parse(vector.text) else { continue }
      let isAccepted = vector.code == nil || vector.isBeyondSchema
      let isValid = try schema.accepts(value)
      if isValid != isAccepted { wrong.append("\(vector.name): \(isValid)") }
    }
    #expect(wrong == [])
  }

  private static func error(_ text: [UInt8]) -> PolicyFileError? {
    do throws(PolicyFileError) {
      _ = try PolicyFile(json: text)
      return nil
    } catch {
      return error
    }
  }
}
