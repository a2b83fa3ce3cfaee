import StrictCoding
import Testing
import VectorSupport

@Suite("JSON Pointer")
struct JSONPointerTests {
  @Test("every pointer leads to its value, leads nowhere, or is refused")
  func vectors() throws {
    let vectors = try VectorFile("strict-coding/pointers.json").namedVectors
    for vector in vectors {
      let name = try vector.text("name")
      let document = try required(
        JSONValue.parse(Array(vector.text("document").utf8)).object, "document")
      let text = try vector.text("pointer")
      do throws(JSONPointer.ParseError) {
        let pointer = try JSONPointer(text)
        #expect(document[pointer]?.sourceText == vector["value"]?.string, "\(name)")
        #expect(vector["expect"]?.isNull == true, "\(name)")
        #expect(pointer.description == text, "\(name)")
      } catch {
        #expect(vector["expect"]?.string == error.code, "\(name)")
        if case .invalidEscape(let offset) = error {
          #expect(try offset == vector.optionalCount("offset"), "\(name)")
        }
      }
    }
    #expect(vectors.expectedCodes == ["pointer.missing-slash", "pointer.invalid-escape"])
  }

  @Test("a pointer made of names escapes them in its text form")
  func members() {
    #expect(JSONPointer(members: ["a/b", "m~n", ""]).description == "/a~1b/m~0n/")
    #expect(JSONPointer(members: []).description.isEmpty)
  }
}
