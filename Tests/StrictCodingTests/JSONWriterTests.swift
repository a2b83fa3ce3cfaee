import StrictCoding
import Testing
import VectorSupport

@Suite("JSON output")
struct JSONWriterTests {
  @Test("every vector is written as the table says, and what is written says the same")
  func vectors() throws {
    let vectors = try VectorFile("strict-coding/writer.json").namedVectors
    for vector in vectors {
      let name = try vector.text("name")
      let value = try JSONValue.parse(Array(vector.text("text").utf8))
      let tree = JSONTree.received(value)
      let compact = tree.encoded()
      #expect(try compact == Array(vector.text("compact").utf8), "\(name)")
      let again = try JSONValue.parse(compact)
      #expect(again.stringBytes == value.stringBytes, "\(name)")
      #expect(try Self.text(.received(again)) == vector.text("compact"), "\(name)")
      let indented = tree.encoded(.indented)
      if let expected = vector["indented"]?.string {
        #expect(indented == Array(expected.utf8), "\(name)")
      }
      #expect(try Self.text(.received(JSONValue.parse(indented))) == vector.text("compact"))
    }
    #expect(vectors.count >= 15)
  }

  @Test("a tree of literals is written in the order of its members")
  func literals() {
    let tree: JSONTree = [
      "z": 1, "a": [true, nil, "x\"\u{202E}", -5], "o": [:], "l": [],
    ]
    #expect(
      Self.text(tree) == #"{"z":1,"a":[true,null,"x\"\u202e",-5],"o":{},"l":[]}"#)
    #expect(Self.text(.integer(.min)) == "-9223372036854775808")
    #expect(Self.text(.members([("a", .null), ("b", nil), ("c", 1)])) == #"{"a":null,"c":1}"#)
  }

  @Test("text that is shown has nothing left that a terminal obeys")
  func displayed() {
    let text = "a\u{1B}[2J\u{7}\u{9B}\u{202E}\"\\é"
    let shown = JSONEscape.displayed(Array(text.utf8))
    #expect(shown == "a\\u001b[2J\\u0007\\u009b\\u202e\"\\é")
    let invisible = "a\u{34F}b\u{3164}c\u{FE0F}d\u{E0100}e"
    #expect(
      JSONEscape.displayed(Array(invisible.utf8)) == "a\\u034fb\\u3164c\\ufe0fd\\udb40\\udd00e")
  }

  private static func text(_ tree: JSONTree) -> String {
    String(decoding: tree.encoded(), as: UTF8.self)
  }
}
