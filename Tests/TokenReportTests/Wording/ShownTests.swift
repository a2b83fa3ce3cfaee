import JWTValidation
import Testing

@testable import TokenReport

@Suite("names, bytes and times in sentences")
struct ShownTests {
  @Test(
    "a name is quoted, escaped and cut, and no escape sequence is cut in two",
    arguments: [
      ("", "\"\""),
      ("a \"b\" \\", #""a \"b\" \\""#),
      ("line\nend\u{1B}[2J", #""line\nend\u001b[2J""#),
      ("\u{202E}gpj.exe", #""\u202egpj.exe""#),
      (String(repeating: "x", count: 64), "\"" + String(repeating: "x", count: 64) + "\""),
      (String(repeating: "x", count: 65), "\"" + String(repeating: "x", count: 64) + "…\""),
      (
        String(repeating: "\u{7}", count: 99),
        "\"" + String(repeating: #"\u0007"#, count: 10) + "…\""
      ),
      (String(repeating: "é", count: 99), "\"" + String(repeating: "é", count: 64) + "…\""),
      (
        String(repeating: "e\u{301}", count: 99),
        "\"" + String(repeating: "e\u{301}", count: 32) + "…\""
      ),
    ])
  func names(name: String, expected: String) {
    #expect(Array(ShownName.quoted(name).utf8) == Array(expected.utf8))
  }

  @Test("a list says how many names it leaves out")
  func lists() {
    #expect(ShownName.quoted((1...6).map(String.init)).hasSuffix("\"5\", \"6\""))
    #expect(ShownName.quoted((1...9).map(String.init)).hasSuffix("\"6\" and 3 more"))
    let pointers = (1...8).map { JSONPointer(members: ["p\($0)"]) }
    #expect(ShownName.pointers(pointers) == "/p1, /p2, /p3, /p4, /p5, /p6 and 2 more")
  }

  @Test(
    "a byte has a name, a picture or a number",
    arguments: [
      (0x00, "a NUL byte"), (0x09, "a tab"), (0x0D, "a line end"), (0x20, "a blank"),
      (0x1B, "the byte 0x1B"), (0x0B, "the byte 0x0B"), (0x27, "\"'\""), (0x3D, "'='"),
      (0x7E, "'~'"), (0x7F, "the byte 0x7F"), (0xFF, "the byte 0xFF"),
    ] as [(UInt8, String)])
  func bytes(byte: UInt8, expected: String) {
    #expect(ShownByte.words(byte) == expected)
  }

  @Test(
    "a time has a fraction only where it is one",
    arguments: [
      (0, 0, "1970-01-01T00:00:00Z"), (1_767_398_400, 0, "2026-01-03T00:00:00Z"),
      (1_767_398_400, 500_000_000, "2026-01-03T00:00:00.5Z"),
      (-1, 1, "1969-12-31T23:59:59.000000001Z"),
      (.max, 0, "+292277026596-12-04T15:30:07Z"),
    ] as [(Int64, Int32, String)])
  func times(seconds: Int64, nanoseconds: Int32, expected: String) {
    let date = NumericDate(seconds: seconds, nanoseconds: nanoseconds)
    #expect(ShownTime.utc(date) == expected)
  }
}
