import Testing

@Suite("words that have their place")
struct PlacedWordTests {
  @Test("no word stands where it must not")
  func words() throws {
    let files = try SourceFile.sources()
    var violations: [String] = []
    for word in PlacedWord.all {
      for file in files where word.exception(for: file) == nil {
        violations += word.occurrences(in: file)
      }
    }
    #expect(violations == [], "a new place needs a reason in PlacedWord.swift")
  }

  @Test("no place is listed without need")
  func staleExceptions() throws {
    let files = try SourceFile.sources()
    var stale: [String] = []
    for word in PlacedWord.all {
      for place in word.allowed.keys.sorted() {
        let isNeeded = files.contains {
          word.exception(for: $0) == place && !word.occurrences(in: $0).isEmpty
        }
        if !isNeeded { stale.append("\(place): \(word.reason)") }
      }
    }
    #expect(stale == [])
  }

  @Test(
    "each word is seen",
    arguments: [
      "EVP_DigestInit(x)", "ERR_get_error()", "import Foundation", "import FoundationEssentials",
      "fatalError(\"x\")", "precondition(a)", "try! f()", "x as! Int", "print(\"x\")",
      "let now = Date()", "clock_gettime(CLOCK_REALTIME, &t)", "@_exported import JOSE",
      "final class A: @unchecked Sendable {}", "unsafe f()", "let p: UnsafeRawPointer",
      "a.withUnsafeBytes(f)", "[UInt8](unsafeUninitializedCapacity: 1) {",
      "nonisolated(unsafe) let a",
    ])
  func scanner(code: String) {
    let file = SourceFile(path: "Sources/JOSE/X.swift", text: "// a\n\(code)\n")
    let found = PlacedWord.all.flatMap { $0.occurrences(in: file) }
    #expect(found.count == 1 && found[0].hasPrefix("Sources/JOSE/X.swift:2: "))
  }

  @Test(
    "a word in a comment, in a literal or inside another word is not meant",
    arguments: [
      "/// Never `fatalError`.", "let a = 1  // no try! here", "let text = \"print(1) EVP_PKEY\"",
      "func thumbprint(a: Int)", "StandardError.print(error: a)", "let unsafely = isUnsafe",
      "let a = \"\"\"\n  fatalError()\n  \"\"\"", "func preconditions()", "NumericDate()",
    ])
  func innocent(code: String) {
    let file = SourceFile(path: "Sources/JOSE/X.swift", text: code)
    #expect(PlacedWord.all.flatMap { $0.occurrences(in: file) } == [])
  }
}
