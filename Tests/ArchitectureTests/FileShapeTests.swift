import Testing

@Suite("the shape of files")
struct FileShapeTests {
  /// Beyond this a file holds more than one thing.
  private static let maximumLineCount = 350

  /// Names that say nothing about what is inside.
  private static var emptyNames: Regex<Substring> {
    /Utilit(?:y|ies)|Helpers?|Utils?|Misc|Common|Manager/
  }

  private static var files: [SourceFile] {
    get throws { try SourceFile.sources() + SourceFile.tests() }
  }

  @Test("no file is longer than a reader's patience")
  func length() throws {
    let long = try Self.files.filter { $0.lineCount > Self.maximumLineCount }
    #expect(
      long.map { $0.violation($0.lineCount, "more than \(Self.maximumLineCount) lines") } == [])
  }

  @Test("every file is named after what it holds")
  func names() throws {
    let vague = try Self.files.filter {
      ($0.path.split(separator: "/").last ?? "").contains(Self.emptyNames)
    }
    #expect(vague.map { $0.violation(1, "the name says nothing") } == [])
  }
}
